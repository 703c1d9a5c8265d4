package io.hybridge.lab.exchange.cmdlet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import io.hybridge.lab.Trait;
import io.hybridge.lab.exchange.LabExchange;
import io.hybridge.lab.exchange.state.DomainController;
import io.hybridge.lab.exchange.state.ExchangeEffect;
import io.hybridge.lab.exchange.state.OrganizationState;
import io.hybridge.lab.exchange.state.OrganizationState.Server;
import io.hybridge.lab.exchange.state.Replication;

/**
 * One session of Exchange's management shell on one server of the lab, and the few
 * Windows commands that the scripts need beside it.
 */
public final class ManagementShell {

	private final LabExchange exchange;

	private final String server;

	private final String runspace = UUID.randomUUID().toString();

	private final List<String> warnings = new ArrayList<>();

	private final List<String> hostLines = new ArrayList<>();

	private final Map<String, Function<CmdletParameters, List<CmdletObject>>> cmdlets = new LinkedHashMap<>();

	private ManagementShell(LabExchange exchange, String server) {
		this.exchange = exchange;
		this.server = server;
		new ServerCmdlets(this).register(this.cmdlets);
		new CertificateCmdlets(this).register(this.cmdlets);
		new CertificateTransfer(this).register(this.cmdlets);
		new AuthConfigCmdlets(this).register(this.cmdlets);
		new AuthCmdlets(this).register(this.cmdlets);
		new PushCmdlets(this).register(this.cmdlets);
		new GraphCmdlets(this).register(this.cmdlets);
		new SessionCmdlets(this).register(this.cmdlets);
		new DirectoryCommands(this).register(this.cmdlets);
	}

	/**
	 * Opens a shell.
	 * @param server short or fully qualified name
	 * @return the shell
	 */
	public static ManagementShell on(LabExchange exchange, String server) {
		return new ManagementShell(exchange, exchange.state().server(server).orElseThrow().fqdn());
	}

	/**
	 * Runs a cmdlet.
	 * @param cmdlet its name
	 * @param parameters as bound
	 * @return what it gives
	 * @throws CmdletFailure when it fails; then it changed nothing
	 */
	public List<CmdletObject> run(String cmdlet, Map<String, Object> parameters) {
		Function<CmdletParameters, List<CmdletObject>> found = isAvailable(cmdlet) ? this.cmdlets.get(cmdlet) : null;
		if (found == null) {
			throw CmdletFailure.local("CommandNotFoundException", "ObjectNotFound",
					"System.Management.Automation.CommandNotFoundException",
					"The term '" + cmdlet
							+ "' is not recognized as a name of a cmdlet, function, script file, or executable program.\nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again.",
					cmdlet);
		}
		this.exchange.takeOverNext();
		return found.apply(new CmdletParameters(parameters)).stream().map(this::deserialized).toList();
	}

	/** The same person's shell on another server, or this one when no name is given. */
	public ManagementShell at(String other) {
		return other.isEmpty() ? this : on(this.exchange, other);
	}

	/** The commands that this server's build and lab have. */
	public List<String> commands() {
		return this.cmdlets.keySet().stream().filter(this::isAvailable).toList();
	}

	private boolean isAvailable(String cmdlet) {
		if (cmdlet.endsWith("-ExchangeCertificate")) {
			return !this.exchange.has(Trait.ROLE_FOR_CERTIFICATES_MISSING);
		}
		return !cmdlet.endsWith("-PushNotificationProxy") || localServer().knowsPush();
	}

	/** What the cmdlets warned about so far; forgotten once it is asked for. */
	public List<String> takeWarnings() {
		List<String> taken = List.copyOf(this.warnings);
		this.warnings.clear();
		return taken;
	}

	void warn(String message) {
		this.warnings.add(message);
	}

	/** What the cmdlets wrote for the person's eyes so far; no command can read it. */
	public List<String> takeHostLines() {
		List<String> taken = List.copyOf(this.hostLines);
		this.hostLines.clear();
		return taken;
	}

	void sayToHost(String line) {
		this.hostLines.add(line);
	}

	public LabExchange exchange() {
		return this.exchange;
	}

	/** What this server's domain controller knows. */
	public OrganizationState state() {
		return this.exchange.on(writeController());
	}

	/** What a look shows, which may be behind what was written. */
	OrganizationState shown() {
		return this.exchange.on(readController());
	}

	/** The domain controller that a look asks. */
	DomainController readController() {
		return this.exchange.readBy(this.server);
	}

	/** The domain controller that is written to. */
	DomainController writeController() {
		return DomainController.of(this.server);
	}

	public Server localServer() {
		return state().server(this.server).orElseThrow();
	}

	/** A server as it knows itself: it is asked there, not in the directory. */
	Server server(String identity, String command) {
		Server found = state().server(identity)
			.orElseThrow(() -> CmdletFailure.notFound(writeController(), command, identity));
		return this.exchange.on(DomainController.of(found.name())).server(found.fqdn()).orElse(found);
	}

	/** Writes an entry of the directory on this server's domain controller. */
	void write(ExchangeEffect kind, Map<String, String> values) {
		writeFrom(this.server, kind, values);
	}

	/** The same through the server that does it. */
	void writeFrom(String writer, ExchangeEffect kind, Map<String, String> values) {
		Map<String, String> all = new LinkedHashMap<>(values);
		all.put(Replication.CONTROLLER, DomainController.of(writer).fqdn());
		this.exchange.change(kind, all);
	}

	private CmdletObject deserialized(CmdletObject object) {
		Map<String, Object> all = new LinkedHashMap<>();
		all.put("RunspaceId", this.runspace);
		all.putAll(object.properties());
		all.put("PSComputerName", this.server);
		all.put("PSShowComputerName", false);
		return new CmdletObject(object.type(), all);
	}

}

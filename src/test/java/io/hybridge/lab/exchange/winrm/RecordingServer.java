package io.hybridge.lab.exchange.winrm;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

import io.hybridge.exchange.link.BasicLinks;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.powershell.AnswerLine;
import io.hybridge.exchange.powershell.ScriptCatalog;
import io.hybridge.lab.Fault;
import io.hybridge.lab.FaultInjection;
import io.hybridge.lab.FileLedger;
import io.hybridge.lab.LabAuthority;
import io.hybridge.lab.LabFolder;
import io.hybridge.lab.Ledger.Effect;
import io.hybridge.lab.Trait;
import io.hybridge.lab.exchange.script.ScriptDispatcher;
import io.hybridge.lab.exchange.script.ScriptEngine;
import io.hybridge.lab.exchange.script.ScriptEngine.Printed;
import io.hybridge.lab.exchange.script.ScriptRecognition;

/**
 * An endpoint of the lab whose engine writes down what reaches it and prints what the
 * test says. Its certificate is for its name only, never for the address that is dialled.
 */
public final class RecordingServer implements AutoCloseable {

	public final Set<Trait> traits = EnumSet.noneOf(Trait.class);

	public static final String NAME = "ex1.fabrikam.com";

	public static final String USER = "FABRIKAM\\petra";

	public static final String PASSWORD = "pässword ’$(x)";

	public final CountDownLatch interrupted = new CountDownLatch(1);

	private final List<ScriptEngine.Call> calls = new CopyOnWriteArrayList<>();

	private final LabAuthority authority;

	private final FileLedger ledger;

	private final FaultInjection faults;

	private final WinRmConversation conversation;

	private final WinRmServer server;

	private volatile int mostShells;

	private volatile Supplier<Printed> printed = () -> new Printed(AnswerLine.of("{\"ok\":true}"), "", 0);

	public RecordingServer(Path path, String... certificateNames) throws IOException {
		this(path, Clock.systemUTC(), certificateNames);
	}

	public RecordingServer(Path path, Clock clock, String... certificateNames) throws IOException {
		LabFolder folder = LabFolder.at(path);
		this.authority = LabAuthority.in(folder, Clock.systemUTC());
		this.ledger = FileLedger.in(folder, Clock.systemUTC());
		this.faults = FaultInjection.in(folder);
		this.conversation = new WinRmConversation(NAME, new ScriptRecognition(ScriptCatalog.load()),
				new ScriptDispatcher(this::run, this.faults, this.ledger), clock, this.traits::contains);
		this.server = WinRmServer.open(0,
				this.authority.serverContext((certificateNames.length > 0) ? certificateNames : new String[] { NAME }),
				new WinRmAccount(USER, PASSWORD), this.conversation);
	}

	private Printed run(ScriptEngine.Call call) {
		this.mostShells = Math.max(this.mostShells, shells());
		this.calls.add(call);
		if (!call.script().startsWith("Get-")) {
			this.ledger.append("exchange", "Ran", Map.of("script", call.script()));
		}
		return this.printed.get();
	}

	public void answers(String json) {
		prints("noise before\r\n" + AnswerLine.of(json) + "\r\n", "a warning");
	}

	public void prints(String output, String errors) {
		this.printed = () -> new Printed(output, errors, 0);
	}

	/** Something happens first. */
	public void answersAfter(Before before) {
		this.printed = () -> {
			try {
				before.happen();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return new Printed(AnswerLine.of("{\"ok\":true}"), "", 0);
		};
	}

	public void hangs() {
		this.printed = () -> {
			try {
				new CountDownLatch(1).await();
				throw new IllegalStateException();
			}
			catch (InterruptedException ex) {
				this.interrupted.countDown();
				return new Printed("", "", 1);
			}
		};
	}

	public void inject(String script, Fault fault) {
		this.faults.inject(script, fault, 1);
	}

	public List<String> arguments() {
		return this.calls.stream().map(ScriptEngine.Call::arguments).toList();
	}

	public List<String> sessions() {
		return this.calls.stream().map(ScriptEngine.Call::session).toList();
	}

	public List<String> scripts() {
		return this.calls.stream()
			.map((call) -> call.script() + " over " + call.opening() + " on " + call.server())
			.toList();
	}

	public List<String> answersInTheLedger() {
		return this.ledger.effects().stream().map(Effect::answer).toList();
	}

	public WinRmLink link() {
		return link(port());
	}

	public WinRmLink link(int port) {
		return BasicLinks.to(NAME, "127.0.0.1", port, USER, PASSWORD, pem());
	}

	public String pem() {
		return this.authority.pem();
	}

	public int port() {
		return this.server.port();
	}

	public long requests() {
		return this.server.requests();
	}

	public int shells() {
		return this.conversation.shells().count();
	}

	/** As Windows does with what is idle for too long. */
	public void endShells() {
		this.conversation.shells().closeAll();
	}

	/** The most there were at a time, while a script ran. */
	public int mostShells() {
		return this.mostShells;
	}

	@Override
	public void close() {
		this.server.close();
		this.ledger.close();
	}

	/** What happens before an answer. */
	public interface Before {

		void happen() throws InterruptedException;

	}

}

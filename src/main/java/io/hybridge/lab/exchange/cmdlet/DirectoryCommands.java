package io.hybridge.lab.exchange.cmdlet;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.hybridge.lab.Trait;
import io.hybridge.lab.exchange.LabExchange;
import io.hybridge.lab.exchange.state.DomainController;
import io.hybridge.lab.exchange.state.OrganizationState.PushProxy;
import io.hybridge.lab.exchange.state.Replication;

/**
 * What a server reads in the directory itself, beside Exchange's cmdlets: one object by
 * its path, on the domain controller that the path names.
 */
public final class DirectoryCommands {

	/** No such object; also what an account is told that may not see it. */
	public static final int NO_SUCH_OBJECT = 0x80072030;

	private static final int NOT_OPERATIONAL = 0x8007203A;

	private static final int ACCESS_DENIED = 0x80070005;

	private final ManagementShell shell;

	DirectoryCommands(ManagementShell shell) {
		this.shell = shell;
	}

	void register(Map<String, Function<CmdletParameters, List<CmdletObject>>> cmdlets) {
		cmdlets.put("Get-DirectoryEntry", this::getDirectoryEntry);
	}

	private List<CmdletObject> getDirectoryEntry(CmdletParameters parameters) {
		String path = parameters.text("Path").orElse("");
		String[] parts = path.replaceFirst("\\ALDAP://", "").split("/", 2);
		return List.of(Arrays.stream(DomainController.values())
			.filter((controller) -> controller.fqdn().equalsIgnoreCase(parts[0]))
			.findFirst()
			.map((controller) -> entry(controller, parts[parts.length - 1]))
			.orElseGet(() -> failed(NOT_OPERATIONAL, "The server is not operational.")));
	}

	private CmdletObject entry(DomainController controller, String name) {
		LabExchange exchange = this.shell.exchange();
		if (exchange.has(Trait.DIRECTORY_UNREADABLE)) {
			return failed(ACCESS_DENIED, "Access is denied.");
		}
		if (exchange.has(Trait.DIRECTORY_WITHOUT_PROXY) || !PushCmdlets.DISTINGUISHED_NAME.equalsIgnoreCase(name)) {
			return failed(NO_SUCH_OBJECT, "There is no such object on the server.");
		}
		PushProxy proxy = exchange.on(controller).proxy();
		Instant changed = exchange.has(Trait.CHANGES_SHOW_LATE) ? proxy.changedAt()
				: Replication.dated(controller, proxy.writtenOn(), proxy.changedAt());
		return CmdletObject.of("Code", 0, "Message", "", "whenCreated",
				proxy.createdAt().truncatedTo(ChronoUnit.SECONDS), "whenChanged",
				changed.truncatedTo(ChronoUnit.SECONDS));
	}

	private static CmdletObject failed(int code, String message) {
		return CmdletObject.of("Code", code, "Message", message);
	}

}

package io.hybridge.lab.exchange.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import io.hybridge.lab.exchange.LabExchange;
import io.hybridge.lab.exchange.cmdlet.ManagementShell;

/**
 * The real PowerShell engine as a program on one server of the lab: what Windows and
 * Exchange would give it is put before the text that it is started with.
 */
public final class EngineProgram implements AutoCloseable {

	private static final String PROGRAM = """
			#!/usr/bin/python3
			import base64, os, sys
			folder = os.path.dirname(os.path.abspath(__file__))
			with open(folder + '/stubs.ps1') as file:
			    text = file.read() + '\\n' + base64.b64decode(sys.argv[-1]).decode('utf-16-le')
			os.environ.update(dict(line.rstrip('\\n').split('=', 1) for line in open(folder + '/environment')))
			os.execv('PWSH', ['pwsh', '-Culture', 'en-US'] + sys.argv[1:-1]
			         + [base64.b64encode(text.encode('utf-16-le')).decode()])
			""";

	private final CmdletEndpoint endpoint = new CmdletEndpoint();

	private final Path folder;

	/**
	 * Puts the program in a folder.
	 * @param folder empty
	 * @param pwsh the engine
	 * @param server on which it runs
	 */
	public EngineProgram(Path folder, Path pwsh, LabExchange exchange, String server) throws IOException {
		this.folder = folder;
		ManagementShell shell = ManagementShell.on(exchange, server);
		Files.writeString(folder.resolve("environment"),
				String.join("\n", "COMPUTERNAME=" + shell.localServer().name(), "USERDNSDOMAIN=FABRIKAM.COM",
						"HYBRIDGE_LAB_PORT=" + this.endpoint.port(), "HYBRIDGE_LAB_TOKEN=" + this.endpoint.admit(shell),
						"HYBRIDGE_LAB_COMMANDS=" + String.join(",", shell.commands())) + "\n");
		Files.copy(Path.of("src/main/resources/lab/ExchangeStubs.ps1"), folder.resolve("stubs.ps1"));
		Files.writeString(program(), PROGRAM.replace("PWSH", pwsh.toAbsolutePath().normalize().toString()));
		Files.setPosixFilePermissions(program(), PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	/** What is started. */
	public Path program() {
		return this.folder.resolve("powershell.exe");
	}

	@Override
	public void close() {
		this.endpoint.close();
	}

}

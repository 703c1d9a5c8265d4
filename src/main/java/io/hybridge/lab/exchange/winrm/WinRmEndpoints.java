package io.hybridge.lab.exchange.winrm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import io.hybridge.exchange.powershell.ScriptCatalog;
import io.hybridge.lab.LabAccounts;
import io.hybridge.lab.LabContext;
import io.hybridge.lab.exchange.LabExchange;
import io.hybridge.lab.exchange.script.BuiltInEngine;
import io.hybridge.lab.exchange.script.PowerShellEngine;
import io.hybridge.lab.exchange.script.ScriptDispatcher;
import io.hybridge.lab.exchange.script.ScriptRecognition;

/**
 * The WinRM endpoints of the lab's Exchange organization, one for each server that is
 * reached.
 */
public final class WinRmEndpoints implements AutoCloseable {

	private final Map<String, WinRmServer> servers = new LinkedHashMap<>();

	private final AutoCloseable engine;

	private WinRmEndpoints(AutoCloseable engine) {
		this.engine = engine;
	}

	/**
	 * Opens them all on loopback.
	 * @param context of the lab
	 * @param exchange behind them
	 * @param account that may sign in
	 * @param ports by fully qualified name, 0 for any
	 * @param powershell the engine that runs the scripts, or null for the built-in one
	 * @return the endpoints, listening
	 * @throws IOException when a port is in use
	 */
	public static WinRmEndpoints open(LabContext context, LabExchange exchange, LabAccounts.Account account,
			Map<String, Integer> ports, Path powershell) throws IOException {
		PowerShellEngine real = (powershell != null) ? new PowerShellEngine(exchange, powershell) : null;
		ScriptDispatcher dispatcher = new ScriptDispatcher((real != null) ? real : new BuiltInEngine(exchange),
				context.faults(), context.ledger());
		WinRmEndpoints endpoints = new WinRmEndpoints((real != null) ? real : () -> {
		});
		try {
			for (Map.Entry<String, Integer> port : ports.entrySet()) {
				endpoints.open(context, dispatcher, account, port.getKey(), port.getValue());
			}
			return endpoints;
		}
		catch (IOException | RuntimeException ex) {
			endpoints.close();
			throw ex;
		}
	}

	/**
	 * Where a server listens.
	 * @param server fully qualified name
	 * @return the port, or 0 where nothing listens
	 */
	public int port(String server) {
		WinRmServer listening = this.servers.get(server);
		return (listening != null) ? listening.port() : 0;
	}

	@Override
	public void close() {
		this.servers.values().forEach(WinRmServer::close);
		try {
			this.engine.close();
		}
		catch (Exception ex) {
			throw new IllegalStateException("The lab's PowerShell engine does not end", ex);
		}
	}

	private void open(LabContext context, ScriptDispatcher dispatcher, LabAccounts.Account account, String server,
			int port) throws IOException {
		String shortName = server.substring(0, server.indexOf('.'));
		this.servers.put(server,
				WinRmServer.open(port, context.authority().serverContext(server, shortName, "localhost", "127.0.0.1"),
						new WinRmAccount(account.name(), account.password()),
						new WinRmConversation(server, new ScriptRecognition(ScriptCatalog.load()), dispatcher,
								context.clock(), context.traits()::has)));
	}

}

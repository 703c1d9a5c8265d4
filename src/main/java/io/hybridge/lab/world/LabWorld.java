package io.hybridge.lab.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.hybridge.lab.FaultInjection;
import io.hybridge.lab.FileLedger;
import io.hybridge.lab.FolderLock;
import io.hybridge.lab.LabAccounts;
import io.hybridge.lab.LabAuthority;
import io.hybridge.lab.LabContext;
import io.hybridge.lab.LabFolder;
import io.hybridge.lab.LabNotStarted;
import io.hybridge.lab.LabSettings;
import io.hybridge.lab.Traits;
import io.hybridge.lab.exchange.LabExchange;
import io.hybridge.lab.exchange.push.PushOutcome;
import io.hybridge.lab.exchange.winrm.WinRmEndpoints;
import io.hybridge.lab.phone.LabPhone;
import io.hybridge.lab.tenant.LabTenant;

/**
 * The whole world on loopback: an Exchange organization, a Microsoft 365 tenant, a phone,
 * and the endpoint that controls them.
 */
public final class LabWorld implements AutoCloseable {

	private final List<AutoCloseable> opened = new ArrayList<>();

	private final LabSettings settings;

	private final LabContext context;

	private final LabAccounts accounts;

	private LabPhone phone;

	private LabTenant tenant;

	private LabExchange exchange;

	private WinRmEndpoints endpoints;

	private ControlServer control;

	private LabWorld(LabSettings settings, Clock clock) {
		this.settings = settings;
		LabFolder folder = LabFolder.at(settings.folder());
		this.opened.add(FolderLock.on(folder));
		FileLedger ledger = FileLedger.in(folder, clock);
		this.opened.add(ledger);
		this.context = new LabContext(folder, ledger, FaultInjection.in(folder), Traits.in(folder),
				LabAuthority.in(folder, clock), clock);
		this.accounts = LabAccounts.in(folder);
	}

	/**
	 * Opens the world as its folder remembers it; the first time, with the standard
	 * scenario.
	 * @param settings where
	 * @param clock the world's time
	 * @return the world, answering
	 * @throws LabNotStarted when it cannot be opened
	 */
	public static LabWorld open(LabSettings settings, Clock clock) {
		LabWorld world = new LabWorld(settings, clock);
		try {
			world.start();
			return world;
		}
		catch (RuntimeException ex) {
			world.close();
			throw ex;
		}
	}

	/**
	 * Begins the scenario anew; earlier effects are moved aside.
	 * @param scenario how it begins
	 */
	synchronized void reset(Scenario scenario) {
		this.context.ledger().restart();
		this.context.faults().clear();
		this.context.traits().become(scenario.traits());
		this.exchange.reset(scenario.exchange());
		this.tenant.reset(scenario.name(), scenario.registered(), this.exchange.currentAuthCertificate());
	}

	/**
	 * A message arrives in the user's mailbox.
	 * @return whether Microsoft 365 took the notification
	 */
	synchronized boolean sendMessage() {
		String mailbox = this.accounts.user().name();
		this.context.ledger().append("lab", MessageTraces.SENT, Map.of("mailbox", mailbox));
		PushOutcome outcome = this.exchange.sendMessage(mailbox);
		this.context.ledger()
			.append("lab", MessageTraces.ENDED, Map.of("server", outcome.server(), "succeeded",
					Boolean.toString(outcome.succeeded()), "error", outcome.error()));
		return outcome.succeeded();
	}

	/**
	 * What is to be seen.
	 * @return both halves, the phone, the faults and the ledger
	 */
	public LabView view() {
		return new LabViewBuilder(this).all();
	}

	public URI controlAddress() {
		return this.control.address();
	}

	LabContext context() {
		return this.context;
	}

	LabExchange exchange() {
		return this.exchange;
	}

	LabPhone phone() {
		return this.phone;
	}

	LabTenant tenant() {
		return this.tenant;
	}

	LabAccounts accounts() {
		return this.accounts;
	}

	WinRmEndpoints endpoints() {
		return this.endpoints;
	}

	@Override
	public void close() {
		for (AutoCloseable part : this.opened.reversed()) {
			try {
				part.close();
			}
			catch (Exception ex) {
				System.getLogger(LabWorld.class.getName())
					.log(System.Logger.Level.WARNING, "A part of the lab does not end", ex);
			}
		}
	}

	private void start() {
		LabSettings.Ports ports = this.settings.ports();
		this.phone = new LabPhone(this.context.ledger());
		this.tenant = opened("microsoft365 or sign-in", ports.microsoft365(),
				() -> LabTenant.open(this.context, this.accounts, this.phone, ports.microsoft365(), ports.signIn()));
		TenantNetwork network = new TenantNetwork(this.context.authority(), this.tenant.address());
		this.opened.add(network::close);
		this.exchange = new LabExchange(this.context.ledger(), network, this.context.clock(),
				this.settings.healthManagerWait(), this.context.traits()::has);
		if (!this.exchange.started()) {
			reset(Scenario.STANDARD);
		}
		Map<String, Integer> winRm = new LinkedHashMap<>();
		this.exchange.servers()
			.forEach((server) -> winRm.put(server, ports.of(server.substring(0, server.indexOf('.')))));
		this.endpoints = opened("ex1, ex2 or cas1", ports.ex1(), () -> WinRmEndpoints.open(this.context, this.exchange,
				this.accounts.service(), winRm, this.settings.powershell()));
		this.control = opened("control", ports.control(), () -> ControlServer.open(this, ports.control()));
	}

	private <T extends AutoCloseable> T opened(String names, int port, Opening<T> opening) {
		try {
			T part = opening.open();
			this.opened.add(part);
			return part;
		}
		catch (BindException ex) {
			throw new LabNotStarted("The lab cannot listen on port " + port
					+ " or a neighbor, because another program uses it."
					+ " End that program, or set hybridge.lab.ports (" + names + ") to another port, 0 for any.");
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The lab cannot start", ex);
		}
	}

	/** Opens a part of the world. */
	private interface Opening<T> {

		T open() throws IOException;

	}

}

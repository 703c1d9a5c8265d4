package io.hybridge.lab.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

import io.hybridge.certificate.Certificate;
import io.hybridge.lab.Ledger;
import io.hybridge.lab.Trait;
import io.hybridge.lab.exchange.push.LabInternet;
import io.hybridge.lab.exchange.push.PushFailure;
import io.hybridge.lab.exchange.push.PushOutcome;
import io.hybridge.lab.exchange.push.ServerToServer;
import io.hybridge.lab.exchange.state.DomainController;
import io.hybridge.lab.exchange.state.ExchangeEffect;
import io.hybridge.lab.exchange.state.ExchangeScenario;
import io.hybridge.lab.exchange.state.ExchangeView;
import io.hybridge.lab.exchange.state.ExchangeView.AuthServerView;
import io.hybridge.lab.exchange.state.ExchangeView.CertificateView;
import io.hybridge.lab.exchange.state.ExchangeView.PushProxyView;
import io.hybridge.lab.exchange.state.ExchangeView.ServerView;
import io.hybridge.lab.exchange.state.FabrikamExchange;
import io.hybridge.lab.exchange.state.OrganizationState;
import io.hybridge.lab.exchange.state.OrganizationState.PushProxy;
import io.hybridge.lab.exchange.state.OrganizationState.Server;
import io.hybridge.lab.exchange.state.Replication;
import io.hybridge.lab.exchange.state.StateProjection;

/**
 * The lab's Exchange organization. Its state is nothing but the ledger read from the
 * scenario's start; a started lab whose ledger has no scenario waits for
 * {@link #reset(ExchangeScenario)}.
 */
public final class LabExchange {

	private final Ledger ledger;

	private final LabInternet network;

	private final Clock clock;

	private final Duration healthManagerWait;

	private final Predicate<Trait> traits;

	private final ServerToServer serverToServer;

	private volatile OrganizationState state;

	/**
	 * Reads the organization back from the ledger.
	 * @param ledger where effects are kept
	 * @param network the way to the lab's tenant
	 * @param clock of the servers
	 * @param healthManagerWait how long a restarted health manager needs before its
	 * probes work
	 * @param traits whether it answers in a way that is not the usual one
	 */
	public LabExchange(Ledger ledger, LabInternet network, Clock clock, Duration healthManagerWait,
			Predicate<Trait> traits) {
		this.ledger = ledger;
		this.network = network;
		this.clock = clock;
		this.healthManagerWait = healthManagerWait;
		this.traits = traits;
		this.serverToServer = new ServerToServer(network, clock, traits);
		this.state = StateProjection.of(ledger.effects());
	}

	/**
	 * Whether a scenario has started.
	 * @return {@code false} only for an empty ledger
	 */
	public boolean started() {
		return this.state != null;
	}

	/**
	 * Starts Fabrikam's scenario anew, with English servers. Does not touch what is in
	 * the ledger; the world that is reset as a whole restarts the ledger before.
	 * @param scenario how the organization stands
	 */
	public void reset(ExchangeScenario scenario) {
		reset(scenario, Locale.US);
	}

	/**
	 * Starts Fabrikam's scenario anew.
	 * @param scenario how the organization stands
	 * @param culture of the servers, {@code en-US} or {@code de-DE}
	 */
	public synchronized void reset(ExchangeScenario scenario, Locale culture) {
		change(ExchangeEffect.ScenarioStarted,
				FabrikamExchange.startingValues(scenario, culture.toLanguageTag(), this.clock.instant()));
	}

	ExchangeScenario scenario() {
		return this.state.scenario();
	}

	/**
	 * The servers with a WinRM endpoint of their own: all but Edge servers and what is
	 * older than Exchange 2013.
	 * @return their fully qualified names, in the order in which Exchange lists them
	 */
	public List<String> servers() {
		return this.state.servers().stream().filter(Server::isReached).map(Server::fqdn).toList();
	}

	/**
	 * The certificate that signs, which a tenant knows from the beginning in the variant
	 * that has the key there already.
	 * @return its public part
	 */
	public Certificate currentAuthCertificate() {
		OrganizationState now = this.state;
		return now.certificate(now.auth().current()).orElseThrow().certificate();
	}

	/**
	 * Installs Exchange 2013 CU23 on a server; nothing happens where it is installed.
	 * @param identity short or fully qualified name
	 * @return whether it was installed now
	 * @throws IllegalArgumentException when there is no such server
	 */
	public synchronized boolean installCumulativeUpdate23(String identity) {
		Server server = this.state.server(identity)
			.orElseThrow(() -> new IllegalArgumentException("The lab has no server " + identity));
		if (!server.takesCumulativeUpdate23()) {
			return false;
		}
		change(ExchangeEffect.CumulativeUpdateInstalled, values("server", server.fqdn(), "name", server.name(),
				"before", server.build().toString(), "build", FabrikamExchange.CU23.toString()));
		return true;
	}

	/**
	 * A message arrives in a mailbox, so the first mailbox server that knows push sends a
	 * notification. Its body is the lab's own, as no specification of the real one is
	 * public: {@code {"kind":"message","mailbox":"..."}}; a probe sends
	 * {@code {"kind":"probe","server":"..."}}.
	 * @param mailbox address of the mailbox
	 * @return what became of the notification
	 */
	public PushOutcome sendMessage(String mailbox) {
		Server server = this.state.servers().stream().filter(Server::holdsMailboxes).findFirst().orElseThrow();
		return push(server, ServerToServer.notice("message", "mailbox", mailbox));
	}

	public ExchangeView view() {
		OrganizationState now = this.state;
		PushProxy proxy = now.proxy();
		return new ExchangeView(now.scenario(), FabrikamExchange.DOMAIN, now.culture(),
				now.servers().stream().map(LabExchange::view).toList(), currentAuthCertificate(), certificates(now),
				now.authServers()
					.stream()
					.map((server) -> new AuthServerView(server.name(), server.metadataUrl(), server.enabled()))
					.toList(),
				new PushProxyView(proxy.enabled(), proxy.organization(), proxy.uri(), proxy.createdAt(),
						proxy.changedAt()));
	}

	private static ServerView view(Server server) {
		return new ServerView(server.name(), server.fqdn(), server.roles(), server.build(),
				server.takesCumulativeUpdate23(), server.healthManagerStarted());
	}

	private static List<CertificateView> certificates(OrganizationState now) {
		Map<String, CertificateView> all = new LinkedHashMap<>();
		for (Server server : now.servers()) {
			server.certificates()
				.forEach((stored) -> all.putIfAbsent(stored.thumbprint(),
						new CertificateView(stored.certificate(), stored.friendlyName(),
								String.join(", ", stored.services()),
								stored.thumbprint().equals(now.auth().current()))));
		}
		List<CertificateView> sorted = new ArrayList<>(all.values());
		sorted.sort((one, other) -> Boolean.compare(other.current(), one.current()));
		return List.copyOf(sorted);
	}

	/** What the service host does by itself with a staged certificate. */
	public synchronized void takeOverNext() {
		OrganizationState now = this.state;
		if (now.nextIsDue(this.clock.instant()) && !has(Trait.NEXT_NOT_TAKEN_OVER)) {
			change(ExchangeEffect.NextCertificatePublished, values("thumbprint",
					now.auth().next().orElseThrow().thumbprint(), "previous", now.auth().current()));
		}
	}

	public PushOutcome push(Server server, String message) {
		takeOverNext();
		try {
			OrganizationState known = on(DomainController.of(server.name()));
			this.serverToServer.push(known, known.server(server.fqdn()).orElseThrow(), message,
					(signer) -> change(ExchangeEffect.AssertionSigned,
							values("server", server.fqdn(), "name", server.name(), "thumbprint", signer.thumbprint())));
			return PushOutcome.delivered(server.fqdn());
		}
		catch (PushFailure ex) {
			return PushOutcome.failed(server.fqdn(), ex);
		}
	}

	public OrganizationState state() {
		return this.state;
	}

	/** What a domain controller knows; where nothing is late, all that is. */
	public OrganizationState on(DomainController controller) {
		return has(Trait.CHANGES_SHOW_LATE) ? Replication.seenOn(controller, this.ledger.effects(), now()) : this.state;
	}

	/** The domain controller that a server reads from, usually the one it writes to. */
	public DomainController readBy(String server) {
		DomainController own = DomainController.of(server);
		return has(Trait.DIRECTORY_ON_ANOTHER_CONTROLLER) ? own.other() : own;
	}

	public LabInternet network() {
		return this.network;
	}

	public Instant now() {
		return this.clock.instant();
	}

	public boolean has(Trait trait) {
		return this.traits.test(trait);
	}

	public Duration healthManagerWait() {
		return this.healthManagerWait;
	}

	/**
	 * Writes an effect and lets it happen; the caller holds the lock from its look on.
	 */
	public synchronized Ledger.Effect change(ExchangeEffect kind, Map<String, String> values) {
		Ledger.Effect effect = this.ledger.append(StateProjection.WORLD, kind.name(), values);
		this.state = StateProjection.after(this.state, effect);
		return effect;
	}

	public static Map<String, String> values(String... namesAndValues) {
		Map<String, String> values = new LinkedHashMap<>();
		for (int index = 0; index < namesAndValues.length; index += 2) {
			values.put(namesAndValues[index], namesAndValues[index + 1]);
		}
		return values;
	}

}

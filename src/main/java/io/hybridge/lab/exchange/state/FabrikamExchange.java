package io.hybridge.lab.exchange.state;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import io.hybridge.exchange.ServerBuild;
import io.hybridge.lab.Ledger.Effect;
import io.hybridge.lab.exchange.state.CertificateMaker.NewCertificate;
import io.hybridge.lab.exchange.state.OrganizationState.AuthConfiguration;
import io.hybridge.lab.exchange.state.OrganizationState.Partner;
import io.hybridge.lab.exchange.state.OrganizationState.PushProxy;
import io.hybridge.lab.exchange.state.OrganizationState.Server;
import io.hybridge.lab.exchange.state.OrganizationState.Staged;

/**
 * Fabrikam's Exchange organization as a reset leaves it. What is random about it, the
 * certificates, is made once and written into the effect that starts it.
 */
public final class FabrikamExchange {

	public static final String DOMAIN = "fabrikam.com";

	public static final String EXCHANGE = "00000002-0000-0ff1-ce00-000000000000";

	static final String PUSH_URI = "https://outlook.office365.com/PushNotifications";

	public static final ServerBuild CU23 = new ServerBuild(15, 0, 1497, 2);

	private static final ServerBuild CU2 = new ServerBuild(15, 0, 712, 24);

	private static final ServerBuild SP3_OF_2010 = new ServerBuild(14, 3, 123, 4);

	private static final ServerBuild SE_AUG25 = new ServerBuild(15, 2, 2562, 20);

	private static final ServerBuild CU15_OF_2019_OCT25 = new ServerBuild(15, 2, 1748, 39);

	private static final ServerBuild CU23_OF_2016_APR25 = new ServerBuild(15, 1, 2507, 55);

	private static final Set<ExchangeScenario> WITH_NEXT = EnumSet.of(ExchangeScenario.NEXT_STAGED,
			ExchangeScenario.NEXT_OVERDUE, ExchangeScenario.EXPIRED_WITH_NEXT_STAGED);

	private FabrikamExchange() {
	}

	/**
	 * What the starting effect has to remember.
	 */
	public static Map<String, String> startingValues(ExchangeScenario scenario, String culture, Instant now) {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("scenario", scenario.name());
		values.put("culture", culture);
		values.put("organization", DOMAIN);
		List<StoredCertificate> made = certificates(scenario, now.truncatedTo(ChronoUnit.SECONDS));
		for (int index = 0; index < made.size(); index++) {
			values.putAll(StoredCertificateText.write(made.get(index), "certificate." + index + "."));
		}
		return values;
	}

	static OrganizationState started(Effect effect) {
		Map<String, String> values = effect.values();
		ExchangeScenario scenario = ExchangeScenario.valueOf(values.get("scenario"));
		List<StoredCertificate> store = new ArrayList<>();
		for (int index = 0; values.containsKey("certificate." + index + ".rawData"); index++) {
			store.add(StoredCertificateText.read(values, "certificate." + index + "."));
		}
		Instant longRunning = effect.at().minus(21, ChronoUnit.DAYS);
		Instant setUp = effect.at().minus(13, ChronoUnit.DAYS);
		return new OrganizationState(scenario, values.get("culture"), servers(scenario, store, longRunning),
				new AuthConfiguration(store.getFirst().thumbprint(), "", staged(scenario, store, effect.at()),
						signerSet(scenario, effect.at())),
				FabrikamAuthServers.of(scenario), List.of(new Partner("Exchange Online", EXCHANGE)),
				new PushProxy(false, "", PUSH_URI, setUp, setUp, Instant.EPOCH, DomainController.DC1.fqdn()));
	}

	private static Instant signerSet(ExchangeScenario scenario, Instant now) {
		return (scenario == ExchangeScenario.MISSING_ON_ONE_SERVER_LATELY) ? now.minus(2, ChronoUnit.HOURS)
				: now.minus(21, ChronoUnit.DAYS);
	}

	/** The staged certificate is always the last. */
	private static Optional<Staged> staged(ExchangeScenario scenario, List<StoredCertificate> store, Instant now) {
		return switch (scenario) {
			case NEXT_STAGED, EXPIRED_WITH_NEXT_STAGED ->
				Optional.of(new Staged(store.getLast().thumbprint(), now.plus(3, ChronoUnit.DAYS)));
			case NEXT_OVERDUE -> Optional.of(new Staged(store.getLast().thumbprint(), now.minus(2, ChronoUnit.DAYS)));
			default -> Optional.empty();
		};
	}

	private static List<Server> servers(ExchangeScenario scenario, List<StoredCertificate> store,
			Instant healthManager) {
		List<StoredCertificate> same = List.copyOf(store);
		return switch (scenario) {
			case EDGE_SERVER -> with(server("EDGE1", "Edge", CU2, List.of(), healthManager), same);
			case LEFTOVER_2010 -> with(
					server("EX10", "Mailbox, ClientAccess, HubTransport", SP3_OF_2010, List.of(), healthManager), same);
			case SECURITY_UPDATES -> List.of(server("EX1", "Mailbox", SE_AUG25, same, healthManager),
					server("EX2", "Mailbox", CU15_OF_2019_OCT25, same, healthManager),
					server("CAS1", "Mailbox", CU23_OF_2016_APR25, same, healthManager));
			case MISSING_ON_ONE_SERVER, MISSING_ON_ONE_SERVER_LATELY ->
				withoutSigner("EX2", fabrikam(CU23, same, healthManager));
			case MISSING_ON_ONE_NEW_SERVER -> withoutSigner("EX2",
					List.of(server("EX1", "Mailbox", CU15_OF_2019_OCT25, same, healthManager),
							server("EX2", "Mailbox", CU15_OF_2019_OCT25, same, healthManager),
							server("CAS1", "Mailbox", CU15_OF_2019_OCT25, same, healthManager)));
			default -> fabrikam(CU2, same, healthManager);
		};
	}

	private static List<Server> withoutSigner(String name, List<Server> servers) {
		return servers.stream()
			.map((server) -> server.name().equals(name) ? server.without(server.certificates().getFirst()) : server)
			.toList();
	}

	private static List<Server> with(Server another, List<StoredCertificate> store) {
		return Stream.concat(fabrikam(CU23, store, another.healthManagerStarted()).stream(), Stream.of(another))
			.toList();
	}

	private static List<Server> fabrikam(ServerBuild second, List<StoredCertificate> store, Instant healthManager) {
		return List.of(server("EX1", "Mailbox, ClientAccess", CU23, store, healthManager),
				server("EX2", "Mailbox", second, store, healthManager),
				server("CAS1", "ClientAccess", CU23, store, healthManager));
	}

	private static Server server(String name, String roles, ServerBuild build, List<StoredCertificate> store,
			Instant servicesStarted) {
		return new Server(name, name.toLowerCase(Locale.ROOT) + "." + DOMAIN, roles, build, store, servicesStarted,
				servicesStarted,
				Map.of("MSExchangeOWAAppPool", servicesStarted, "MSExchangeECPAppPool", servicesStarted));
	}

	/** The current auth certificate is always the first. */
	private static List<StoredCertificate> certificates(ExchangeScenario scenario, Instant now) {
		List<StoredCertificate> made = new ArrayList<>();
		made.add(switch (scenario) {
			case AUTH_CERTIFICATE_EXPIRED, NO_FIT_CERTIFICATE, TWO_FIT_CERTIFICATES, EXPIRED_WITH_NEXT_STAGED ->
				bySetup(now, -62);
			case AUTH_CERTIFICATE_ENDS_SOON -> bySetup(months(now, -60).plus(20, ChronoUnit.DAYS));
			default -> bySetup(now, -20);
		});
		made.add(CertificateMaker.forWeb(List.of("mail." + DOMAIN, "autodiscover." + DOMAIN), months(now, -5),
				months(now, 19)));
		if (scenario == ExchangeScenario.AUTH_CERTIFICATE_EXPIRED
				|| scenario == ExchangeScenario.TWO_FIT_CERTIFICATES) {
			made.add(forServers(now, -14, "Exchange S2S OAuth"));
		}
		if (scenario == ExchangeScenario.TWO_FIT_CERTIFICATES) {
			made.add(forServers(now, -3, "Exchange S2S OAuth 2"));
		}
		if (scenario == ExchangeScenario.EXPIRED_WITH_NEXT_STAGED) {
			made.add(forServers(now, -14, "Exchange S2S OAuth"));
		}
		if (WITH_NEXT.contains(scenario)) {
			made.add(CertificateMaker.bySetup(months(now, -1), months(now, 59)));
		}
		return made;
	}

	private static StoredCertificate bySetup(Instant now, int begin) {
		return bySetup(months(now, begin));
	}

	private static StoredCertificate bySetup(Instant begin) {
		return CertificateMaker.bySetup(begin, months(begin, 60));
	}

	private static StoredCertificate forServers(Instant now, int begin, String friendlyName) {
		String identifier = UUID.randomUUID().toString().replace("-", "");
		return CertificateMaker.byCmdlet(
				new NewCertificate(friendlyName, List.of(DOMAIN), Set.of("Federation"), 2048, true, identifier),
				months(now, begin), months(now, begin + 60));
	}

	private static Instant months(Instant from, int months) {
		return from.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant();
	}

}

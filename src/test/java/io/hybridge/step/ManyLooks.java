package io.hybridge.step;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.hybridge.certificate.Certificate;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.AuthServer;
import io.hybridge.exchange.ExchangeState.PrivateKey;
import io.hybridge.exchange.ExchangeState.ServerReading;
import io.hybridge.exchange.ServerBuild;
import io.hybridge.microsoft365.KeyPolicy;
import io.hybridge.microsoft365.KnownCloud;
import io.hybridge.microsoft365.TenantDiscovery;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.microsoft365.TenantReading.AssignedPlan;
import io.hybridge.microsoft365.TenantReading.TenantDomain;
import io.hybridge.microsoft365.TenantReading.TenantKey;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.TargetState;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.Reading;

/** What the steps conclude from many looks, so that every kind of finding is among it. */
public final class ManyLooks {

	private static final RemoteFailure SILENT_EXCHANGE = RemoteFailure.withoutEffect("ex1.fabrikam.com",
			"exchange.unreachable", "refused");

	private static final RemoteFailure SILENT_TENANT = RemoteFailure.withoutEffect("Microsoft Graph",
			"microsoft365.no-answer", "late");

	private static final Reading<TenantDiscovery> FOUND = new Reading.Seen<>(new TenantDiscovery.Found("t", "{}"));

	private static final TenantDomain VERIFIED = new TenantDomain("fabrikam.com", true, false, true);

	private static final AssignedPlan PLAN = new AssignedPlan("exchange", "Enabled");

	private static final List<Examination> ALL = Stream.of(tenant(), servers(), oauth(), pushProxy())
		.flatMap((looks) -> looks)
		.toList();

	private ManyLooks() {
	}

	public static Stream<Examination> all() {
		return ALL.stream();
	}

	private static Stream<Examination> tenant() {
		return Stream.of(
				tenant(new Reading.Seen<>(new TenantDiscovery.NotFound(90002, "{}")), new Reading.NotAsked<>()),
				tenant(new Reading.Seen<>(new TenantDiscovery.Refused(90013, "{}")), new Reading.NotAsked<>()),
				otherCloud(Optional.of(KnownCloud.CHINA)), otherCloud(Optional.empty()),
				tenant(new Reading.NotSeen<>(SILENT_TENANT), new Reading.NotAsked<>()),
				tenant(FOUND, new Reading.SignInNeeded<>()), tenant(FOUND, new Reading.NotSeen<>(SILENT_TENANT)),
				tenant(FOUND, seen("other", true, List.of(VERIFIED), List.of(PLAN))),
				tenant(FOUND, seen("t", false, List.of(), List.of())),
				tenant(FOUND,
						seen("t", true, List.of(new TenantDomain("fabrikam.com", false, false, true)), List.of())),
				tenant(FOUND, seen("t", true, List.of(VERIFIED), List.of(PLAN))));
	}

	private static Stream<Examination> servers() {
		Step step = new ServersStep();
		StepFixture scene = new StepFixture();
		return Stream.of(examine(step, with((it) -> it.secondBuild = "Version 15.0 (Build 516.32)")),
				examine(step, with((it) -> it.secondBuild = "Version fifteen")),
				examine(step, with((it) -> it.secondBuild = "Version 15.2 (Build 9999.1)")),
				examine(step, exactly(15, 2, 1748, 23)), examine(step, exactly(15, 2, 1544, 60)),
				examine(step, exactly(15, 2, 2562, 20)), examine(step, exactly(15, 0, 900, 1)),
				examine(step, exactly(16, 0, 1, 1)),
				examine(step, with((it) -> it.secondBuild = "Version 14.3 (Build 123.4)")), examine(step, with((it) -> {
					it.secondBuild = "Version 8.3 (Build 83.6)";
					it.secondRoles = "HubTransport";
				})), examine(step, with((it) -> it.secondRoles = "Edge")),
				step.examine(scene.world().withExchange(new Reading.NotSeen<>(SILENT_EXCHANGE)), scene.target),
				exchange(step, (state) -> copy(state, true, state.partnerApplications().isEmpty(), Map.of())));
	}

	private static Stream<Examination> oauth() {
		Step step = new OAuthStep();
		Certificate soon = StepFixture.certificate("Microsoft Exchange Server Auth Certificate",
				StepFixture.NOW.plus(Duration.ofDays(20)), null);
		return Stream.of(examine(step, with((it) -> {
		})), examine(step, with(ManyLooks::oauthInEffect)),
				examine(step, with((it) -> it.authServers.add(acs("https://old.example", "", true)))),
				examine(step, with(
						(it) -> it.authServers.add(acs("https://acs.example/fabrikam.com/metadata/json/1", "", true)))),
				examine(step, with((it) -> it.authServers.add(acs(StepFixture.URL, StepFixture.TENANT, false)))),
				examine(step, with((it) -> {
					it.authServers.add(acs(StepFixture.URL, "", false));
					it.authServers.add(new AuthServer("ACS", "MicrosoftACS", true, StepFixture.URL, "", ""));
				})), examine(step, with((it) -> {
					it.serviceName = "somebody";
					it.realm = "fabrikam.local";
				})),
				step.examine(
						with((it) -> it.authServers
							.add(acs("https://acs.example/contoso.com/metadata/json/1", "", true))).withoutSignIn(),
						new StepFixture().target),
				examine(step, with((it) -> {
					it.current = StepFixture.EXPIRED;
					it.store.add(StepFixture.stored(StepFixture.OTHER, "OAuth 1"));
					it.store.add(StepFixture.stored(StepFixture.THIRD, "OAuth 2"));
				})), examine(step, with((it) -> {
					it.current = null;
					it.store.clear();
				})), examine(step, with((it) -> {
					it.current = soon;
					it.store.add(StepFixture.stored(soon, "Auth"));
				})), examine(step, with((it) -> {
					it.current = StepFixture.EXPIRED;
					it.store.add(StepFixture.stored(StepFixture.EXPIRED, "Auth"));
				})), examine(step, with((it) -> staged(it, 3))), examine(step, with((it) -> staged(it, -3))),
				examine(step, with((it) -> it.secondServerHolds = false)), examine(step, with((it) -> {
					it.secondServerHolds = false;
					it.signerSet = StepFixture.NOW;
				})), examine(step, with((it) -> {
					it.secondServerHolds = false;
					it.signerSet = null;
					it.exactBuild = ServerBuild.parse("15.2.2562.29");
				})), examine(step, with((it) -> it.transport = StepFixture.AUTH)), examine(step, with((it) -> {
					it.store.set(0, StepFixture.plain(StepFixture.AUTH));
					it.secondStore = List.of(StepFixture.inStore(StepFixture.AUTH, "Auth", PrivateKey.ABSENT));
				})), examine(step, with((it) -> {
					it.current = StepFixture.EXPIRED;
					it.store.set(0, StepFixture.plain(StepFixture.AUTH));
					it.store.add(StepFixture.plain(StepFixture.EXPIRED));
				})), examine(step, with((it) -> {
					it.current = StepFixture.EXPIRED;
					it.store.clear();
					it.store.add(StepFixture.plain(StepFixture.EXPIRED));
					it.store.add(StepFixture.inStore(StepFixture.OTHER, "OAuth 1", PrivateKey.PRESENT));
				})), examine(step, with((it) -> it.keyWithoutBytes = true)),
				entries(step, StepFixture.entry(StepFixture.AUTH, "Sign", StepFixture.AUTH.notAfter())),
				entries(step,
						StepFixture.entry(StepFixture.AUTH, "Verify", StepFixture.NOW.minus(StepFixture.days(1)))),
				entries(step, StepFixture.entry(StepFixture.AUTH, "Verify", StepFixture.NOW.plus(StepFixture.days(9)))),
				entries(step, StepFixture.entry(StepFixture.AUTH, "Verify", StepFixture.AUTH.notAfter()),
						StepFixture.entry(StepFixture.AUTH, "Verify", StepFixture.AUTH.notAfter())),
				entries(step, StepFixture.entry(StepFixture.AUTH, "Sign", StepFixture.AUTH.notAfter()),
						StepFixture.entry(StepFixture.AUTH, "Verify", StepFixture.AUTH.notAfter())),
				examine(step, with((it) -> it.keyPolicy = new KeyPolicy.NotRead())),
				examine(step, with((it) -> it.keyPolicy = new KeyPolicy.AtMost(StepFixture.days(365)))),
				examine(step, with((it) -> it.tenantKeys.add(StepFixture.EXPIRED))),
				new OAuthStep().examine(new StepFixture().withoutSignIn(), new StepFixture().target),
				exchange(step, (state) -> copy(state, false, true, state.readings())),
				exchange(step, (state) -> copy(state, true, false, Map.of())),
				exchange(step,
						(state) -> copy(state, false, false,
								Map.of("ex1.fabrikam.com", state.readings().get("ex1.fabrikam.com"), "ex2.fabrikam.com",
										new ServerReading.Unreached(SILENT_EXCHANGE)))),
				exchange(step,
						(state) -> copy(state, false, false,
								Map.of("ex1.fabrikam.com", state.readings().get("ex1.fabrikam.com")))),
				exchange(step,
						(state) -> copy(state, false, false,
								Map.of("ex1.fabrikam.com", state.readings().get("ex1.fabrikam.com"), "ex2.fabrikam.com",
										new ServerReading.NotBrought()))),
				new OAuthStep().examine(
						new StepFixture().world().withTenant(seen("t", true, List.of(VERIFIED), List.of(PLAN))),
						new StepFixture().target),
				examine(step, with((it) -> it.target = inUntoldCloud())), readByApplication(step));
	}

	private static Examination readByApplication(Step step) {
		StepFixture scene = new StepFixture();
		TenantReading.Seen person = scene.tenant();
		return step
			.examine(
					scene.world()
						.withTenant(new Reading.Seen<>(
								new TenantReading.Seen(person.takenAt(), person.tenantId(), person.displayName(),
										person.signedInAs(), person.roles(), person.mayWriteKeys(), person.domains(),
										person.plans(), person.principal(), person.keyPolicy(), person.evidence(),
										Optional
											.of(new TenantReading.Application(StepFixture.TENANT, "AA".repeat(20)))))),
					scene.target);
	}

	/** No public source names its auth server or its push service. */
	private static TargetState inUntoldCloud() {
		return new StepFixture().target.in(KnownCloud.DELOS, "");
	}

	private static Examination otherCloud(Optional<KnownCloud> cloud) {
		return tenant(new Reading.Seen<>(new TenantDiscovery.OtherCloud(cloud, "sovcloud.fr", "{}")),
				new Reading.NotAsked<>());
	}

	private static Examination entries(Step step, TenantKey... entries) {
		return examine(step, with((it) -> it.tenantEntries.addAll(List.of(entries))));
	}

	private static void staged(StepFixture it, long days) {
		it.next = StepFixture.OTHER;
		it.nextEffective = StepFixture.NOW.plus(Duration.ofDays(days));
		it.store.add(StepFixture.stored(StepFixture.OTHER, "Auth"));
	}

	private static Stream<Examination> pushProxy() {
		Step step = new PushProxyStep();
		StepFixture scene = new StepFixture();
		oauthInEffect(scene);
		return Stream.of(examine(step, with((it) -> {
			oauthInEffect(it);
			it.target = inUntoldCloud();
		})), examine(step, new StepFixture()), step.examine(scene.withoutSignIn(), scene.target),
				examine(step, with((it) -> it.secondBuild = "Version 15.0 (Build 516.32)")),
				examine(step, with((it) -> it.secondBuild = "Version fifteen")), examine(step, scene),
				examine(step, with((it) -> {
					oauthInEffect(it);
					it.proxy = StepFixture.hidden("nothing");
				})), examine(step, with((it) -> {
					oauthInEffect(it);
					it.proxy = StepFixture.shown(true, "contoso.com");
				})), examine(step, with((it) -> {
					oauthInEffect(it);
					it.enabledByUs();
				})), examine(step, with((it) -> {
					oauthInEffect(it);
					it.proxy = StepFixture.shown(true, "fabrikam.com");
				})), examine(step, with((it) -> {
					oauthInEffect(it);
					it.enabledByUs();
					it.proxy = StepFixture.hidden("nothing");
				})));
	}

	private static StepFixture exactly(int major, int minor, int build, int revision) {
		return with((it) -> it.secondExactly = new ServerBuild(major, minor, build, revision));
	}

	private static void oauthInEffect(StepFixture scene) {
		scene.authServers.add(new AuthServer("MicrosoftSts", "MicrosoftACS", true, StepFixture.URL, "", ""));
		scene.tenantKeys.add(StepFixture.AUTH);
	}

	private static AuthServer acs(String url, String realm, boolean enabled) {
		return new AuthServer("MicrosoftSts", "MicrosoftACS", enabled, url, realm, "");
	}

	private static StepFixture with(Consumer<StepFixture> difference) {
		StepFixture scene = new StepFixture();
		difference.accept(scene);
		return scene;
	}

	private static Examination examine(Step step, StepFixture scene) {
		return step.examine(scene.world(), scene.target);
	}

	private static Examination exchange(Step step, UnaryOperator<ExchangeState> difference) {
		StepFixture scene = new StepFixture();
		return step.examine(scene.world().withExchange(new Reading.Seen<>(difference.apply(scene.exchange()))),
				scene.target);
	}

	private static ExchangeState copy(ExchangeState state, boolean withoutServers, boolean withoutPartner,
			Map<String, ServerReading> readings) {
		return new ExchangeState(state.answeredBy(), StepFixture.NOW, withoutServers ? List.of() : state.servers(),
				state.authConfiguration(), state.authServers(),
				withoutPartner ? List.of() : state.partnerApplications(), state.pushProxy(), readings, "{}");
	}

	private static Examination tenant(Reading<TenantDiscovery> discovery, Reading<TenantReading.Seen> tenant) {
		return new TenantStep().examine(new Observation(StepFixture.NOW, new Reading.NotAsked<>(), discovery, tenant),
				new StepFixture().target);
	}

	private static Reading<TenantReading.Seen> seen(String tenant, boolean mayWriteKeys, List<TenantDomain> domains,
			List<AssignedPlan> plans) {
		return new Reading.Seen<>(new TenantReading.Seen(StepFixture.NOW, tenant, "Fabrikam", "admin@fabrikam.com",
				mayWriteKeys ? List.of("Global Administrator") : List.of(), mayWriteKeys, domains, plans,
				Optional.empty(), new KeyPolicy.Unlimited(), "{}"));
	}

}

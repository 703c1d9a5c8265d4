package io.hybridge.microsoft365.graph;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import io.hybridge.certificate.Certificate;
import io.hybridge.microsoft365.KeyPolicy;
import io.hybridge.microsoft365.LoopbackCloud;
import io.hybridge.microsoft365.LoopbackCloud.Reply;
import io.hybridge.microsoft365.LoopbackTenant;
import io.hybridge.microsoft365.Microsoft365Settings;
import io.hybridge.microsoft365.TenantAnswer;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.microsoft365.TestCertificates;
import io.hybridge.microsoft365.TestSettings;
import io.hybridge.microsoft365.http.AccessToken;
import io.hybridge.microsoft365.http.CloudHttpClient;
import io.hybridge.microsoft365.http.CloudHttpClients;
import io.hybridge.microsoft365.http.FakePauses;
import io.hybridge.microsoft365.http.GraphJson;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.remote.RemoteFailure.Effect;
import io.hybridge.support.Faults;
import io.hybridge.support.Waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class GraphMicrosoft365Tests {

	private static final String CANARY = "canary-token-that-must-not-be-seen";

	private static final TestCertificates.Made FOREIGN = TestCertificates.make("Foreign");

	private static final TestCertificates.Made EXPIRED = TestCertificates.make("Another foreign one");

	private static final TestCertificates.Made OURS = TestCertificates
		.make("Microsoft Exchange Server Auth Certificate");

	private final LoopbackCloud cloud = new LoopbackCloud();

	private final LoopbackTenant tenant = new LoopbackTenant(this.cloud);

	private final FakePauses pauses = new FakePauses();

	private Microsoft365Settings settings = TestSettings.quick();

	@AfterEach
	void stop() {
		this.cloud.close();
	}

	@Test
	void seesTheWholeTenant() {
		this.tenant.holds(FOREIGN.der());
		this.tenant.holds(null);
		this.tenant.answering();
		TenantReading.Seen seen = (TenantReading.Seen) graph().inspect();
		assertThat(seen.tenantId()).isEqualTo(LoopbackTenant.ID);
		assertThat(seen.signedInAs()).isEqualTo("admin@fabrikam.com");
		assertThat(seen.domains()).extracting(TenantReading.TenantDomain::name)
			.containsExactly("fabrikam.com", "fabrikam.onmicrosoft.com", "xn--bcher-kva.example");
		assertThat(seen.domains()).extracting(TenantReading.TenantDomain::verified).containsExactly(true, true, false);
		assertThat(seen.plans()).contains(new TenantReading.AssignedPlan("exchange", "Enabled"),
				new TenantReading.AssignedPlan("SomethingNew", "Brewing"));
		assertThat(seen.roles()).containsExactly("Anwendungsadministrator");
		assertThat(seen.mayWriteKeys()).isTrue();
		TenantReading.Principal principal = seen.principal().orElseThrow();
		assertThat(principal.entries(FOREIGN.certificate().sha256())).hasSize(1);
		assertThat(principal.keys().getLast().certificate()).isEmpty();
		assertThat(principal.keys().getLast().raw()).doesNotContainKey("key").containsEntry("usage", "Verify");
		assertThat(this.cloud.asked(LoopbackTenant.PRINCIPAL).getFirst().query())
			.isEqualTo("$select=id,appId,displayName,keyCredentials");
	}

	/**
	 * None is answered before all have come, so that one after the other gets nothing.
	 */
	@Test
	void asksForEverythingAtOnceAndTellsItInOrder() {
		List<String> parts = List.of("organization", "domains", "me", "me/transitiveMemberOf",
				"servicePrincipals(appId='00000002-0000-0ff1-ce00-000000000000')",
				"policies/defaultAppManagementPolicy");
		CountDownLatch coming = new CountDownLatch(parts.size());
		this.settings = TestSettings.answeredWithin(Duration.ofSeconds(20));
		parts.forEach((part) -> this.cloud.on("GET /v1.0/" + part, (asked) -> {
			coming.countDown();
			return Reply.json(come(coming) ? 429 : 400, "{}");
		}));
		this.tenant.answering();
		this.cloud.on("GET /v1.0/" + parts.getLast(), Reply.json(200, "{\"isEnabled\":false}"));
		TenantReading.Seen seen = (TenantReading.Seen) graph().inspect();
		assertThat(seen.evidence().lines().filter((line) -> line.startsWith("GET ")).toList())
			.extracting((line) -> line.replaceAll(".*/v1.0/|[?(].*", ""))
			.containsExactly("organization", "domains", "more", "me", "me/transitiveMemberOf", "servicePrincipals",
					"policies/defaultAppManagementPolicy");
	}

	private static boolean come(CountDownLatch coming) {
		try {
			return coming.await(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	@Test
	void asksForASignInFirst() {
		GraphMicrosoft365 stranger = new GraphMicrosoft365(this.cloud.cloud(), () -> null, Optional::empty,
				Optional::empty, Optional::empty, this.pauses.clock);
		assertThat(stranger.inspect()).isInstanceOf(TenantReading.SignInNeeded.class);
		RemoteFailure failure = catchThrowableOfType(RemoteFailure.class,
				() -> stranger.addKey(OURS.certificate(), Optional.empty()));
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
	}

	@Test
	void recognizesAnAdministratorWhoMayNotWriteKeys() {
		this.cloud.on("GET /v1.0/me/transitiveMemberOf", Reply.json(200, "{\"value\":[{\"@odata.type\":"
				+ "\"#microsoft.graph.directoryRole\",\"displayName\":\"Reader\",\"roleTemplateId\":\"1\"}]}"));
		this.tenant.answering();
		assertThat(((TenantReading.Seen) graph().inspect()).mayWriteKeys()).isFalse();
	}

	@Test
	@Faults("F52")
	void refusesTheAnswerOfAnotherTenant() {
		this.cloud.on("GET /v1.0/organization", Reply.json(200, "{\"value\":[{\"id\":\"another\"}]}"));
		assertThat(inspectFailure().code()).isEqualTo("microsoft365.wrong-tenant");
	}

	@Test
	void seesThatTheTenantHasNoPrincipal() {
		Reply nobody = Reply.json(404, "{\"error\":{\"code\":\"Request_ResourceNotFound\"}}");
		this.cloud.on(LoopbackTenant.PRINCIPAL, nobody, nobody);
		this.tenant.answering();
		assertThat(((TenantReading.Seen) graph().inspect()).principal()).isEmpty();
		assertThat(catchThrowableOfType(RemoteFailure.class, () -> graph().addKey(OURS.certificate(), Optional.empty()))
			.code()).isEqualTo("microsoft365.no-principal");
	}

	@Test
	void addsAKeyAndLeavesForeignKeysByteForByte() {
		this.tenant.holds(FOREIGN.der());
		this.tenant.holds(EXPIRED.der());
		this.tenant.principal().writable();
		List<String> before = this.tenant.bytes();
		TenantAnswer answer = graph().addKey(OURS.certificate(), Optional.empty());
		assertThat(answer.status()).isEqualTo(204);
		assertThat(answer.requestId()).startsWith("5f0e3b2a");
		assertThat(answer.request()).startsWith("PATCH " + this.cloud.address()).contains("3 (key, type, usage)");
		assertThat(foreignKeysAreAsBefore(before, this.tenant.bytes())).isTrue();
		assertThat(this.tenant.bytes()).hasSize(3).last().isEqualTo(OURS.certificate().base64());
	}

	@Test
	void wouldNoticeAMergeThatDropsAForeignKey() {
		List<String> before = List.of("one", "two");
		assertThat(foreignKeysAreAsBefore(before, List.of("one", OURS.certificate().base64()))).isFalse();
		assertThat(foreignKeysAreAsBefore(before, List.of("one", "tw0"))).isFalse();
		assertThat(foreignKeysAreAsBefore(before, List.of("one", "two", "three"))).isFalse();
		assertThat(foreignKeysAreAsBefore(before, List.of("one", "two", OURS.certificate().base64()))).isTrue();
	}

	@Test
	@Faults("F45")
	void sendsOfEachEntryThatStaysKeyTypeAndUsageOnly() {
		this.tenant.holds(FOREIGN.der());
		this.tenant.principal().writable();
		graph().addKey(OURS.certificate(), Optional.empty());
		JsonNode sent = GraphJson.JSON.readTree(this.cloud.asked(LoopbackTenant.PATCH).getFirst().body());
		assertThat(sent.propertyNames()).containsExactly("keyCredentials");
		assertThat(sent.get("keyCredentials")).hasSize(2);
		assertThat(sent.at("/keyCredentials/0").propertyNames()).containsExactly("key", "type", "usage");
		assertThat(sent.at("/keyCredentials/1").propertyNames()).containsExactly("key", "type", "usage",
				"startDateTime", "endDateTime");
	}

	@Test
	void letsANewEntryLastAsLongAsItsCertificate() {
		this.tenant.principal().writable();
		graph().addKey(OURS.certificate(), Optional.empty());
		assertThat(this.tenant.last()).containsEntry("startDateTime", OURS.certificate().notBefore().toString())
			.containsEntry("endDateTime", OURS.certificate().notAfter().toString());
	}

	@Test
	void letsANewEntryLastNoLongerThanAPolicyAllows() {
		this.tenant.principal().writable();
		graph().addKey(OURS.certificate(), Optional.of(Duration.ofDays(7)));
		assertThat(this.tenant.last()).containsEntry("startDateTime", OURS.certificate().notBefore().toString())
			.containsEntry("endDateTime", OURS.certificate().notBefore().plus(Duration.ofDays(7)).toString());
	}

	@Test
	void addsTheKeyBesideAnEntryOfItThatDoesNotCount() {
		this.tenant.holds(OURS.der());
		this.tenant.last().put("usage", "Sign");
		this.tenant.principal().writable();
		assertThat(graph().addKey(OURS.certificate(), Optional.empty()).status()).isEqualTo(204);
		assertThat(this.tenant.bytes()).hasSize(2);
		assertThat(this.tenant.last()).containsEntry("usage", "Verify");
	}

	@Test
	void keepsOneOfSeveralEntriesAndAllForeignKeys() {
		this.tenant.holds(OURS.der());
		this.tenant.holds(FOREIGN.der());
		this.tenant.holds(OURS.der());
		this.tenant.principal().writable();
		assertThat(graph().keepOneKey(OURS.certificate().sha256()).status()).isEqualTo(204);
		assertThat(this.tenant.bytes()).containsExactly(OURS.certificate().base64(), FOREIGN.certificate().base64());
		assertThat(graph().keepOneKey(OURS.certificate().sha256()).status()).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "true; asymmetricKeyLifetime; P365D; ; AtMost[life=PT8760H]",
					"true; asymmetricKeyLifetime; P1Y; 2019-01-01T00:00:00Z; AtMost[life=PT8760H]",
					"true; asymmetricKeyLifetime; P365D; 2099-01-01T00:00:00Z; Unlimited[]",
					"false; asymmetricKeyLifetime; P365D; ; Unlimited[]",
					"true; trustedCertificateAuthority; P365D; ; Unlimited[]",
					"true; asymmetricKeyLifetime; soon; ; Unlimited[]" })
	void readsThePolicyForKeysWhereItMay(boolean enabled, String type, String life, String after, String expected) {
		this.tenant.answering();
		this.cloud.on("GET /v1.0/policies/defaultAppManagementPolicy", Reply.json(200, """
				{"isEnabled":%s,"servicePrincipalRestrictions":{"keyCredentials":[{"restrictionType":"%s",
				"maxLifetime":"%s","restrictForAppsCreatedAfterDateTime":"%s"}]}}""".formatted(enabled, type, life,
				(after != null) ? after : "")));
		assertThat(((TenantReading.Seen) graph().inspect()).keyPolicy()).hasToString(expected);
	}

	@Test
	void saysThatThePolicyIsUnknownWhereNobodyMayReadIt() {
		this.tenant.answering();
		this.cloud.on("GET /v1.0/policies/defaultAppManagementPolicy",
				Reply.json(403, "{\"error\":{\"code\":\"Authorization_RequestDenied\"}}"));
		assertThat(((TenantReading.Seen) graph().inspect()).keyPolicy()).isEqualTo(new KeyPolicy.NotRead());
	}

	@Test
	void sendsAnArrayForOneKeyAndForNone() {
		this.tenant.principal().writable();
		graph().addKey(OURS.certificate(), Optional.empty());
		graph().removeKey(OURS.certificate().sha256());
		assertThat(this.cloud.asked(LoopbackTenant.PATCH)).allSatisfy(
				(asked) -> assertThat(GraphJson.JSON.readTree(asked.body()).get("keyCredentials").isArray()).isTrue());
		assertThat(this.tenant.bytes()).isEmpty();
	}

	@Test
	@Faults("F47")
	void sendsNothingWhenTheKeyIsAlreadyThere() {
		this.tenant.holds(OURS.der());
		this.tenant.holds(null);
		this.tenant.principal().writable();
		TenantAnswer answer = graph().addKey(OURS.certificate(), Optional.empty());
		assertThat(answer.status()).isZero();
		assertThat(answer.request()).contains("already there");
		assertThat(this.cloud.asked(LoopbackTenant.PATCH)).isEmpty();
	}

	@Test
	void removesExactlyOurKeyAndItsDuplicates() {
		this.tenant.holds(OURS.der());
		this.tenant.holds(FOREIGN.der());
		this.tenant.holds(OURS.der());
		this.tenant.holds(EXPIRED.der());
		this.tenant.principal().writable();
		graph().removeKey(OURS.certificate().sha256());
		assertThat(this.tenant.bytes()).containsExactly(FOREIGN.certificate().base64(), EXPIRED.certificate().base64());
	}

	@Test
	void sendsNothingWhenTheKeyIsAlreadyGone() {
		this.tenant.holds(FOREIGN.der());
		this.tenant.principal().writable();
		assertThat(graph().removeKey(OURS.certificate().sha256()).status()).isZero();
		assertThat(this.cloud.asked(LoopbackTenant.PATCH)).isEmpty();
	}

	@Test
	@Faults("F45")
	void stopsWhenAForeignKeyCameWithoutItsBytes() {
		this.tenant.holds(FOREIGN.der());
		this.tenant.holds(null);
		this.tenant.principal().writable();
		RemoteFailure failure = addFailure();
		assertThat(failure.code()).isEqualTo("microsoft365.key-bytes-missing");
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
		assertThat(this.cloud.asked(LoopbackTenant.PATCH)).isEmpty();
	}

	@Test
	@Faults("F44")
	void readsTheKeysAnewForEveryWrite() {
		this.tenant.principal().writable();
		graph().addKey(OURS.certificate(), Optional.empty());
		this.tenant.holds(FOREIGN.der());
		graph().removeKey(OURS.certificate().sha256());
		assertThat(this.tenant.bytes()).containsExactly(FOREIGN.certificate().base64());
	}

	@Test
	@Faults("F40")
	void takesA429OnAWriteAsProofThatNothingWasDone() {
		this.tenant.principal();
		this.cloud.on(LoopbackTenant.PATCH,
				Reply.json(429, "{\"error\":{\"code\":\"TooManyRequests\"}}").with("Retry-After", "34"));
		RemoteFailure failure = addFailure();
		assertThat(failure.code()).isEqualTo("microsoft365.throttled");
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
		assertThat(failure.retryable()).isTrue();
		assertThat(failure.pause()).contains(Duration.ofSeconds(34));
		assertThat(this.cloud.asked(LoopbackTenant.PATCH)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 408, 500, 502, 503, 504 })
	@Faults("F42")
	void neverRepeatsAWriteWhoseEffectIsNotKnown(int status) {
		this.tenant.principal();
		this.cloud.on(LoopbackTenant.PATCH, Reply.json(status, "{}").with("Retry-After", "1"));
		RemoteFailure failure = addFailure();
		assertThat(failure.code()).isEqualTo("microsoft365.unavailable");
		assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
		assertThat(this.cloud.asked(LoopbackTenant.PATCH)).hasSize(1);
		assertThat(this.pauses.taken).isEmpty();
	}

	/**
	 * All keys are read first, which can take a minute, or as long as a console sleeps.
	 */
	@Test
	void asksOnceMoreRightBeforeItWrites() {
		this.tenant.principal();
		RemoteFailure lost = RemoteFailure.withoutEffect("x", "lost", "");
		assertThat(catchThrowableOfType(RemoteFailure.class, () -> graph().asking(() -> {
			assertThat(this.cloud.asked(LoopbackTenant.PRINCIPAL)).isNotEmpty();
			throw lost;
		}).addKey(OURS.certificate(), Optional.empty()))).isSameAs(lost);
		assertThat(this.cloud.asked(LoopbackTenant.PATCH)).isEmpty();
	}

	@Test
	void doesNotKnowTheEffectWhenTheAnswerIsLost() {
		this.tenant.principal();
		this.cloud.on(LoopbackTenant.PATCH, Reply.lost());
		RemoteFailure failure = addFailure();
		assertThat(failure.code()).isEqualTo("microsoft365.connection-lost");
		assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
		assertThat(this.cloud.asked(LoopbackTenant.PATCH)).hasSize(1);
	}

	@Test
	@Timeout(value = Waiting.MINUTES, unit = TimeUnit.MINUTES)
	@Faults("F42")
	void doesNotKnowTheEffectWhenTheAnswerIsLate() {
		this.tenant.principal();
		answersWriteAfter(new CountDownLatch(1));
		RemoteFailure failure = addFailureOnceItWasAsked();
		assertThat(failure.code()).isEqualTo("microsoft365.no-answer");
		assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
		assertThat(this.cloud.asked(LoopbackTenant.PATCH)).hasSize(1);
	}

	/** The control: nothing but the time-out gives such an answer up. */
	@Test
	void waitsForAnAnswerWhileThereIsTime() throws Exception {
		CountDownLatch release = new CountDownLatch(1);
		this.tenant.principal();
		answersWriteAfter(release);
		this.settings = TestSettings.answeredWithin(Waiting.LIMIT);
		FutureTask<TenantAnswer> call = new FutureTask<>(() -> graph().addKey(OURS.certificate(), Optional.empty()));
		Thread.ofVirtual().start(call);
		Waiting.await().until(() -> !this.cloud.asked(LoopbackTenant.PATCH).isEmpty());
		release.countDown();
		assertThat(call.get(Waiting.MINUTES, TimeUnit.MINUTES).status()).isEqualTo(204);
	}

	private void answersWriteAfter(CountDownLatch release) {
		this.cloud.on(LoopbackTenant.PATCH, (asked) -> {
			try {
				release.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return Reply.none(204);
		});
	}

	@Test
	@Faults("F53")
	void doesNotKnowTheEffectWhenAProxyAnswersAWrite() {
		this.tenant.principal();
		this.cloud.on(LoopbackTenant.PATCH, Reply.html(200, "<html>Sign in to the guest network"));
		RemoteFailure failure = addFailure();
		assertThat(failure.code()).isEqualTo("microsoft365.foreign-page");
		assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
		assertThat(failure.evidence()).contains("guest network");
	}

	@ParameterizedTest
	@CsvSource({ "401, InvalidAuthenticationToken, x, sign-in-again",
			"403, Authorization_RequestDenied, Insufficient privileges, permission",
			"400, Request_BadRequest, x, existing-key",
			"400, CredentialInvalidLifetimeAsPerAppPolicy, x, credential-policy",
			"409, Directory_ConcurrencyViolation, x, busy", "400, Something_New, x, refused" })
	void explainsARefusedWrite(int status, String code, String message, String expected) {
		this.tenant.principal();
		this.cloud.on(LoopbackTenant.PATCH,
				Reply.json(status,
						"{\"error\":{\"code\":\"%s\",\"message\":\"%s\",\"innererror\":{\"request-id\":\"1\"}}}"
							.formatted(code, message)));
		RemoteFailure failure = addFailure();
		assertThat(failure.code()).isEqualTo("microsoft365." + expected);
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
		assertThat(failure.evidence()).contains(code, "request-id 5f0e3b2a");
	}

	@Test
	@Faults("F41")
	void repeatsAReadUntilTheTimeIsUp() {
		this.cloud.on("GET /v1.0/organization", Reply.json(503, "{}"));
		RemoteFailure failure = inspectFailure();
		assertThat(failure.code()).isEqualTo("microsoft365.unavailable");
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
		assertThat(failure.retryable()).isTrue();
		assertThat(this.pauses.taken).hasSizeGreaterThan(3);
		assertThat(this.pauses.taken.stream().reduce(Duration.ZERO, Duration::plus))
			.isLessThanOrEqualTo(Duration.ofSeconds(45));
	}

	@Test
	void readsNoMoreThanTheLimit() {
		this.cloud.on("GET /v1.0/organization", Reply.json(200, "{\"value\":[],\"x\":\"" + "x".repeat(70_000) + "\"}"));
		assertThat(inspectFailure().code()).isEqualTo("microsoft365.too-large");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "{\"value\":[\"text\"]}", "{\"value\":", "{\"value\":[]}" })
	@Faults("F53")
	void explainsAnAnswerThatItCannotRead(String body) {
		this.cloud.on("GET /v1.0/organization", Reply.json(200, body));
		assertThat(inspectFailure().code()).isEqualTo("microsoft365.unreadable");
	}

	@Test
	void takesTheTokenToNoOtherHost() {
		try (LoopbackCloud other = new LoopbackCloud()) {
			this.cloud.on("GET /v1.0/organization",
					Reply.json(200, "{\"value\":[],\"@odata.nextLink\":\"" + other.address() + "/v1.0/x\"}"));
			assertThat(inspectFailure().code()).isEqualTo("microsoft365.unreadable");
			assertThat(other.asked("GET /v1.0/x")).isEmpty();
		}
	}

	@Test
	void showsTheTokenToGraphAndToNobodyElse() {
		this.tenant.answering();
		this.tenant.writable();
		TenantReading.Seen seen = (TenantReading.Seen) graph().inspect();
		TenantAnswer answer = graph().addKey(OURS.certificate(), Optional.empty());
		assertThat(this.cloud.asked(LoopbackTenant.PATCH).getFirst().header("Authorization"))
			.isEqualTo("Bearer " + CANARY);
		assertThat(this.cloud.asked(LoopbackTenant.PATCH).getFirst().header("Client-request-id")).hasSize(36);
		assertThat(seen.toString() + answer + token()).doesNotContain(CANARY);
	}

	private static boolean foreignKeysAreAsBefore(List<String> before, List<String> after) {
		String ours = OURS.certificate().base64();
		return after.stream().filter((key) -> !key.equals(ours)).toList().equals(before);
	}

	private RemoteFailure inspectFailure() {
		return catchThrowableOfType(RemoteFailure.class, () -> graph().inspect());
	}

	/** Waits longer and longer for each answer, until the write was asked at all. */
	private RemoteFailure addFailureOnceItWasAsked() {
		Duration longest = Duration.ofSeconds(1);
		this.settings = TestSettings.answeredWithin(longest);
		RemoteFailure failure = addFailure();
		while (this.cloud.asked(LoopbackTenant.PATCH).isEmpty()) {
			longest = longest.multipliedBy(2);
			this.settings = TestSettings.answeredWithin(longest);
			failure = addFailure();
		}
		return failure;
	}

	private RemoteFailure addFailure() {
		Certificate ours = OURS.certificate();
		RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, () -> graph().addKey(ours, Optional.empty()));
		assertThat(failure).isNotNull();
		assertThat(failure + failure.evidence()).doesNotContain(CANARY);
		return failure;
	}

	private static AccessToken token() {
		return new AccessToken(CANARY, LoopbackTenant.ID, "admin@fabrikam.com");
	}

	private GraphMicrosoft365 graph() {
		CloudHttpClient line = new CloudHttpClients(this.settings).to(this.cloud.cloud());
		return new GraphMicrosoft365(this.cloud.cloud(), () -> null, () -> Optional.of(new GraphClient(line,
				this.pauses.retryFor(Duration.ofSeconds(45)), this.pauses.clock, token(), (claims) -> {
				})), Optional::empty, Optional::empty, this.pauses.clock);
	}

}

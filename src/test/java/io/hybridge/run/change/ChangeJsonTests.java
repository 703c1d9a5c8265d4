package io.hybridge.run.change;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.exchange.ExchangeAnswer;
import io.hybridge.exchange.ExchangeService;
import io.hybridge.organization.DomainName;
import io.hybridge.step.StepFixture;
import io.hybridge.step.change.AddTenantKey;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.CopyAuthCertificate;
import io.hybridge.step.change.CreateAuthCertificate;
import io.hybridge.step.change.DisablePushProxy;
import io.hybridge.step.change.EnablePushProxy;
import io.hybridge.step.change.PublishNextCertificate;
import io.hybridge.step.change.RecycleApplicationPool;
import io.hybridge.step.change.RemoveAuthServer;
import io.hybridge.step.change.RemoveDuplicateTenantKeys;
import io.hybridge.step.change.RemoveTenantKey;
import io.hybridge.step.change.RemoveTenantKeyEntry;
import io.hybridge.step.change.SetAuthCertificate;
import io.hybridge.step.change.SetAuthServer;
import io.hybridge.step.change.StageNextCertificate;
import io.hybridge.step.change.SwitchAuthServer;
import io.hybridge.step.change.part.AuthCertificateRef;
import io.hybridge.web.text.StoredMessage;

import static org.assertj.core.api.Assertions.assertThat;

class ChangeJsonTests {

	private static final String IDENTIFIER = "00112233445566778899aabbccddeeff";

	private static final AuthCertificateRef NEW = new AuthCertificateRef.ToBeMade(IDENTIFIER);

	private static final AuthCertificateRef THERE = AuthCertificateRef.Present.of(StepFixture.AUTH);

	private static final DomainName FABRIKAM = new DomainName("fabrikam.com");

	private static final DomainName CONTOSO = new DomainName("contoso.com");

	private static final String URL = StepFixture.URL;

	private static final String RESTART = """
			{"change":"restart-service-host","server":"ex2.fabrikam.com","startedBefore":"2026-11-24T09:00:00Z"}""";

	static Stream<Change> samples() {
		return Stream.of(new CreateAuthCertificate("Exchange S2S OAuth", FABRIKAM, IDENTIFIER),
				new SetAuthCertificate("", NEW), new SetAuthCertificate("AB12", THERE),
				new CopyAuthCertificate("AB12", "ex1.fabrikam.com", "ex2.fabrikam.com"),
				new SetAuthServer("MicrosoftSts", null, URL), new SetAuthServer("MicrosoftSts", "https://old", URL),
				new SwitchAuthServer("MicrosoftSts", URL, true), new RemoveAuthServer("MicrosoftSts", URL),
				new AddTenantKey(THERE, List.of("a", "b")), new AddTenantKey(NEW, List.of()),
				new RemoveTenantKey("AB12", "cd34", List.of("a")),
				new AddTenantKey(THERE, List.of(), Optional.of(Duration.ofDays(365))),
				new RemoveTenantKeyEntry("AB12", "cd34", StoredMessage.of("seen.key-entry-ended", StepFixture.NOW),
						List.of("a")),
				new RemoveDuplicateTenantKeys("AB12", "cd34", 2, List.of("a")), new EnablePushProxy("", FABRIKAM),
				new DisablePushProxy(FABRIKAM), ChangeJson.read(RESTART),
				new RecycleApplicationPool("ex2.fabrikam.com", ExchangeService.OWA_POOL, StepFixture.NOW),
				new StageNextCertificate("", NEW, StepFixture.NOW),
				new StageNextCertificate("AB12", THERE, StepFixture.NOW),
				new PublishNextCertificate("AB12", AuthCertificateRef.Present.of(StepFixture.AUTH)));
	}

	@Test
	void knowsASampleOfEveryKind() {
		Set<Class<?>> kinds = samples().map(Change::getClass).collect(Collectors.toSet());
		assertThat(kinds).containsExactlyInAnyOrder(Change.class.getPermittedSubclasses());
	}

	@Test
	void readsAnAdditionThatWasJournaledBeforeKeysHadLimits() {
		String former = ChangeJson.write(new AddTenantKey(THERE, List.of("a"))).replaceFirst(",\"longest\":[^,}]*", "");
		assertThat(former).doesNotContain("longest");
		assertThat(ChangeJson.read(former)).isEqualTo(new AddTenantKey(THERE, List.of("a")));
	}

	@ParameterizedTest
	@MethodSource("samples")
	void bringsEveryKindBack(Change change) {
		assertThat(ChangeJson.read(ChangeJson.write(change))).isEqualTo(change);
	}

	@ParameterizedTest
	@MethodSource("samples")
	void writesTheKindByTheNameThatTextsAndAuditUse(Change change) {
		assertThat(JsonMapper.shared().readTree(ChangeJson.write(change)).get("change").asString())
			.isEqualTo(change.key())
			.isEqualTo(change.getClass().getAnnotation(JsonTypeName.class).value());
	}

	@ParameterizedTest
	@MethodSource("samples")
	void writesEqualChangesAsEqualTextWhateverTheOrderOfFields(Change change) {
		String written = ChangeJson.write(change);
		assertThat(ChangeJson.write(ChangeJson.read(reversed(written)))).isEqualTo(written);
		List<String> fields = List.copyOf(JsonMapper.shared().readTree(written).propertyNames());
		assertThat(fields.getFirst()).isEqualTo("change");
		assertThat(fields.subList(1, fields.size())).isSorted();
	}

	@ParameterizedTest
	@MethodSource("differences")
	void namesPlansDifferentlyWhereADecidingFieldDiffers(Change one, Change other) {
		assertThat(ChangeJson.fingerprint(List.of(one))).matches("[0-9a-f]{64}")
			.isEqualTo(ChangeJson.fingerprint(List.of(ChangeJson.read(ChangeJson.write(one)))))
			.isNotEqualTo(ChangeJson.fingerprint(List.of(other)));
	}

	static Stream<Arguments> differences() {
		Change create = new CreateAuthCertificate("Exchange S2S OAuth", FABRIKAM, IDENTIFIER);
		Change server = new SetAuthServer("MicrosoftSts", null, URL);
		Change add = new AddTenantKey(THERE, List.of("a"));
		Change remove = new RemoveTenantKey("AB12", "cd34", List.of("a"));
		return Stream.of(Arguments.of(create, new CreateAuthCertificate("Other", FABRIKAM, IDENTIFIER)),
				Arguments.of(create, new CreateAuthCertificate("Exchange S2S OAuth", CONTOSO, IDENTIFIER)),
				Arguments.of(create, new CreateAuthCertificate("Exchange S2S OAuth", FABRIKAM, "ff".repeat(16))),
				Arguments.of(new SetAuthCertificate("", NEW), new SetAuthCertificate("AB12", NEW)),
				Arguments.of(new SetAuthCertificate("", NEW), new SetAuthCertificate("", THERE)),
				Arguments.of(server, new SetAuthServer("Other", null, URL)),
				Arguments.of(server, new SetAuthServer("MicrosoftSts", "https://old", URL)),
				Arguments.of(server, new SetAuthServer("MicrosoftSts", null, "https://other")),
				Arguments.of(server, new RemoveAuthServer("MicrosoftSts", URL)),
				Arguments.of(add, new AddTenantKey(NEW, List.of("a"))),
				Arguments.of(add, new AddTenantKey(THERE, List.of("a", "b"))),
				Arguments.of(remove, new RemoveTenantKey("AB12", "ef56", List.of("a"))),
				Arguments.of(remove, new RemoveTenantKey("AB12", "cd34", List.of())),
				Arguments.of(new EnablePushProxy("", FABRIKAM), new EnablePushProxy("", CONTOSO)),
				Arguments.of(new EnablePushProxy("", FABRIKAM), new EnablePushProxy("old.example", FABRIKAM)),
				Arguments.of(new DisablePushProxy(FABRIKAM), new DisablePushProxy(CONTOSO)),
				Arguments.of(ChangeJson.read(RESTART), ChangeJson.read(RESTART.replace("ex2", "ex1"))));
	}

	@Test
	void namesPlansDifferentlyWhereTheOrderDiffers() {
		Change first = new SetAuthServer("MicrosoftSts", null, URL);
		Change second = new EnablePushProxy("", FABRIKAM);
		assertThat(ChangeJson.fingerprint(List.of(first, second)))
			.isNotEqualTo(ChangeJson.fingerprint(List.of(second, first)))
			.isNotEqualTo(ChangeJson.fingerprint(List.of(first)));
	}

	@Test
	void readsTheRecordOfAnAnswerAndNothingWhereThereIsNone() {
		List<ExchangeAnswer.Field> fields = List.of(new ExchangeAnswer.Field("Name", "MicrosoftSts"),
				new ExchangeAnswer.Field("Realm", ""));
		assertThat(ChangeJson.fields(new JournaledChange.Evidence(null, ChangeJson.write(fields), null, null)))
			.isEqualTo(fields);
		assertThat(ChangeJson.fields(new JournaledChange.Evidence(null, null, "reset", null))).isEmpty();
	}

	private static String reversed(String object) {
		JsonNode tree = JsonMapper.shared().readTree(object);
		var turned = JsonMapper.shared().createObjectNode();
		List.copyOf(tree.propertyNames()).reversed().forEach((name) -> turned.set(name, tree.get(name)));
		return turned.toString();
	}

}

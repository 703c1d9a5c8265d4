package io.hybridge.step.change;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.hybridge.exchange.ExchangeService;
import io.hybridge.organization.DomainName;
import io.hybridge.step.StepFixture;
import io.hybridge.step.change.part.AuthCertificateRef;
import io.hybridge.web.text.StoredMessage;

/** One change of every kind there is, and of the forms that a kind is shown in. */
public final class OneOfEachChange {

	private static final DomainName FABRIKAM = new DomainName("fabrikam.com");

	private static final String IDENTIFIER = "00112233445566778899aabbccddeeff";

	private static final AuthCertificateRef THERE = AuthCertificateRef.Present.of(StepFixture.AUTH);

	private static final AuthCertificateRef TO_BE_MADE = new AuthCertificateRef.ToBeMade(IDENTIFIER);

	private OneOfEachChange() {
	}

	public static Stream<Change> all() {
		String former = StepFixture.EXPIRED.thumbprint().value();
		String foreign = StepFixture.FOREIGN.sha256();
		return Stream.of(new CreateAuthCertificate("Exchange S2S OAuth", FABRIKAM, IDENTIFIER),
				new SetAuthCertificate(former, THERE), new SetAuthCertificate("", TO_BE_MADE),
				new CopyAuthCertificate(StepFixture.AUTH.thumbprint().value(), "ex1.fabrikam.com", "ex2.fabrikam.com"),
				new SetAuthServer("MicrosoftSts", null, StepFixture.URL),
				new SetAuthServer("MicrosoftSts", "https://old.example/metadata/json/1", StepFixture.URL),
				new SwitchAuthServer("MicrosoftSts", StepFixture.URL, true),
				new SwitchAuthServer("MicrosoftSts", StepFixture.URL, false),
				new RemoveAuthServer("MicrosoftSts", StepFixture.URL), new AddTenantKey(THERE, List.of(foreign)),
				new AddTenantKey(TO_BE_MADE, List.of()),
				new RemoveTenantKey(StepFixture.AUTH.thumbprint().value(), StepFixture.AUTH.sha256(), List.of(foreign)),
				new RemoveTenantKeyEntry(StepFixture.AUTH.thumbprint().value(), StepFixture.AUTH.sha256(),
						StoredMessage.of("seen.key-entry-ended", StepFixture.NOW), List.of(foreign)),
				new RemoveDuplicateTenantKeys(StepFixture.AUTH.thumbprint().value(), StepFixture.AUTH.sha256(), 2,
						List.of(foreign)),
				new EnablePushProxy("", FABRIKAM), new EnablePushProxy("contoso.com", FABRIKAM),
				new DisablePushProxy(FABRIKAM), new RestartServiceHost("ex2.fabrikam.com", StepFixture.NOW),
				new RecycleApplicationPool("ex2.fabrikam.com", ExchangeService.OWA_POOL, StepFixture.NOW),
				new StageNextCertificate("", THERE, StepFixture.NOW),
				new StageNextCertificate(former, TO_BE_MADE, StepFixture.NOW),
				new PublishNextCertificate(former, AuthCertificateRef.Present.of(StepFixture.AUTH)));
	}

	/** The kinds that the product knows. */
	public static List<Class<?>> kinds() {
		return Arrays.asList(Change.class.getPermittedSubclasses());
	}

}

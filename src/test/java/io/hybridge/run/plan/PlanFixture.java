package io.hybridge.run.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.hybridge.certificate.Certificate;
import io.hybridge.organization.DomainName;
import io.hybridge.run.Vantage;
import io.hybridge.run.plan.Planner.Planned;
import io.hybridge.step.StepFixture;
import io.hybridge.step.change.AddTenantKey;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.CreateAuthCertificate;
import io.hybridge.step.change.DisablePushProxy;
import io.hybridge.step.change.EnablePushProxy;
import io.hybridge.step.change.RemoveTenantKey;
import io.hybridge.step.change.SetAuthCertificate;
import io.hybridge.step.change.SetAuthServer;
import io.hybridge.step.change.part.AuthCertificateRef;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.observation.Observation;
import io.hybridge.web.text.StoredMessage;

/** Looks and plans as values. */
final class PlanFixture {

	static final DomainName FABRIKAM = new DomainName("fabrikam.com");

	static final String IDENTIFIER = "0123456789abcdef0123456789abcdef";

	static final Certificate CHOSEN = StepFixture.certificate("Fabrikam OAuth", StepFixture.NOW.plus(days(600)), null);

	static final Change CREATE = new CreateAuthCertificate("Exchange S2S OAuth", FABRIKAM, IDENTIFIER);

	static final Change SIGN_WITH_NEW = new SetAuthCertificate("", new AuthCertificateRef.ToBeMade(IDENTIFIER));

	static final Change SIGN_WITH_CHOSEN = new SetAuthCertificate("", AuthCertificateRef.Present.of(CHOSEN));

	static final Change SET_AUTH_SERVER = new SetAuthServer("MicrosoftSts", null, StepFixture.URL);

	static final Change ADD_KEY = new AddTenantKey(new AuthCertificateRef.ToBeMade(IDENTIFIER), List.of("foreign"));

	static final Change REMOVE_KEY = new RemoveTenantKey(CHOSEN.thumbprint().value(), CHOSEN.sha256(),
			List.of("foreign"));

	static final Change ENABLE = new EnablePushProxy("", FABRIKAM);

	static final Change DISABLE = new DisablePushProxy(FABRIKAM);

	static final StoredMessage TAKES_OVER = StoredMessage.of("side-effect.certificate-takes-over");

	static final StoredMessage FOREIGN_KEYS = StoredMessage.of("untouched.keys", 1);

	private PlanFixture() {
	}

	static Plan.Content content(Change... changes) {
		return new Plan.Content(List.of(changes), List.of(), List.of(), List.of(), false);
	}

	static Examination examination(Change... changes) {
		return new Examination(List.of(finding("X", FindingLevel.MEETS)), List.of(changes), List.of(), List.of(),
				List.of(), Optional.empty(), Optional.empty(), false);
	}

	static Finding finding(String code, FindingLevel level) {
		return new Finding(code, "OnPrem-Proxy", StoredMessage.of("under"), StoredMessage.of("seen", 2), level,
				List.of("EX2"), new Finding.Evidence("EX1", "word for word"), List.of(StoredMessage.of("note", "EX2")));
	}

	static Duration days(long days) {
		return Duration.ofDays(days);
	}

	/** A look that came to nothing to do. */
	static Inspection looked(Examination examination, Instant at) {
		return new Inspection(Observation.none(at), new Planned(examination, Optional.empty(), false),
				new Vantage(0, 0, 0));
	}

}

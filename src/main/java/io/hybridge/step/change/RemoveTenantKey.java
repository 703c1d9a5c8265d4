package io.hybridge.step.change;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeName;

import io.hybridge.certificate.Certificate;
import io.hybridge.certificate.Thumbprint;
import io.hybridge.microsoft365.TenantReading.Principal;
import io.hybridge.step.change.part.ChangeValue;
import io.hybridge.step.change.part.Command;
import io.hybridge.step.change.part.RemoteCall;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.readback.KeyFingerprints;
import io.hybridge.step.readback.ReadBack;
import io.hybridge.step.readback.ReadBackResult;
import io.hybridge.step.readback.ReadBackResult.Before;
import io.hybridge.step.readback.ReadBackResult.Desired;
import io.hybridge.step.readback.ReadBackResult.Other;
import io.hybridge.step.readback.ReadBackSource;

/**
 * Removes exactly our key from the principal Exchange Online.
 *
 * @param thumbprint of its certificate, for display
 * @param sha256 by which it is found
 * @param others fingerprints of the keys that must stay
 */
@JsonTypeName("remove-tenant-key")
public record RemoveTenantKey(String thumbprint, String sha256, List<String> others) implements Change {

	static RemoveTenantKey of(Certificate certificate, Principal principal) {
		return new RemoveTenantKey(certificate.thumbprint().value(), certificate.sha256(),
				KeyFingerprints.besides(certificate.sha256(), principal));
	}

	@Override
	public String object() {
		return "Exchange Online";
	}

	@Override
	public String before() {
		return new Thumbprint(this.thumbprint).brief();
	}

	@Override
	public String after() {
		return Integer.toString(this.others.size());
	}

	@Override
	public ChangeValue shownBefore() {
		return ChangeValue.words("change.keys", this.others.size() + 1);
	}

	@Override
	public ChangeValue shownAfter() {
		return ChangeValue.words("change.keys-without", this.others.size(), new Thumbprint(this.thumbprint).brief());
	}

	@Override
	public Command command() {
		return new Command.KeyRequest(this.others.size(), "- " + new Thumbprint(this.thumbprint).brief());
	}

	@Override
	public Map<String, String> audited() {
		return Map.of("before", this.thumbprint, "after", "", "keys", after());
	}

	@Override
	public Optional<RemoteCall> call(Observation observation) {
		return Optional.of(new RemoteCall.RemoveKey(this.sha256));
	}

	@Override
	public ReadBackSource readFrom() {
		return new ReadBackSource.Principal(false);
	}

	@Override
	public ReadBackResult judge(Observation observation) {
		return ReadBack.inPrincipal(observation, (principal) -> {
			List<String> lost = KeyFingerprints.lost(this.others, principal);
			if (!lost.isEmpty()) {
				return new Other(lost.toString());
			}
			return principal.entries(this.sha256).isEmpty() ? new Desired("") : new Before(before());
		});
	}

	@Override
	public Optional<Change> inverse(Observation observation) {
		return Optional.empty();
	}

}

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
import io.hybridge.step.readback.ReadBackResult.Unexplained;
import io.hybridge.step.readback.ReadBackSource;

/**
 * Leaves one entry of our certificate where there are several that do the same.
 *
 * @param thumbprint of its certificate, for display
 * @param sha256 by which they are found
 * @param entries how many there are
 * @param others fingerprints of the keys that must stay
 */
@JsonTypeName("remove-duplicate-tenant-keys")
public record RemoveDuplicateTenantKeys(String thumbprint, String sha256, int entries,
		List<String> others) implements Change {

	public static RemoveDuplicateTenantKeys of(Certificate certificate, Principal principal) {
		return new RemoveDuplicateTenantKeys(certificate.thumbprint().value(), certificate.sha256(),
				principal.entries(certificate.sha256()).size(),
				KeyFingerprints.besides(certificate.sha256(), principal));
	}

	@Override
	public String object() {
		return "Exchange Online";
	}

	@Override
	public String before() {
		return Integer.toString(this.entries);
	}

	@Override
	public String after() {
		return "1";
	}

	@Override
	public ChangeValue shownBefore() {
		return ChangeValue.words("change.entries", this.entries, brief());
	}

	@Override
	public ChangeValue shownAfter() {
		return ChangeValue.words("change.entries", 1, brief());
	}

	@Override
	public Command command() {
		return new Command.KeyRequest(this.others.size() + 1, "- " + brief() + " × " + (this.entries - 1));
	}

	@Override
	public Map<String, String> audited() {
		return Map.of("before", before(), "after", this.thumbprint, "keys", Integer.toString(this.others.size() + 1));
	}

	@Override
	public Optional<RemoteCall> call(Observation observation) {
		return Optional.of(new RemoteCall.KeepOneKey(this.sha256));
	}

	@Override
	public ReadBackSource readFrom() {
		return new ReadBackSource.Principal(false);
	}

	@Override
	public ReadBackResult judge(Observation observation) {
		return ReadBack.inPrincipal(observation, this.others, (principal) -> {
			int left = principal.entries(this.sha256).size();
			if (principal.honored(this.sha256, observation.takenAt()).isEmpty()) {
				return new Unexplained(Integer.toString(left));
			}
			return (left == 1) ? new Desired("1") : new Before(Integer.toString(left));
		});
	}

	/** A second entry of the same key is of no use to anybody. */
	@Override
	public WayBack wayBack(Observation observation, String found) {
		return new WayBack.None();
	}

	private String brief() {
		return new Thumbprint(this.thumbprint).brief();
	}

}

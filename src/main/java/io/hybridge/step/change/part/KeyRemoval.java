package io.hybridge.step.change.part;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.hybridge.certificate.Thumbprint;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.readback.ReadBack;
import io.hybridge.step.readback.ReadBackResult;
import io.hybridge.step.readback.ReadBackResult.Before;
import io.hybridge.step.readback.ReadBackResult.Desired;

/**
 * A key of ours that leaves the tenant's principal, while all others stay.
 *
 * @param thumbprint of its certificate, for display
 * @param sha256 by which it is found
 * @param others fingerprints of the keys that must stay
 */
public record KeyRemoval(String thumbprint, String sha256, List<String> others) {

	public String brief() {
		return new Thumbprint(this.thumbprint).brief();
	}

	public String left() {
		return Integer.toString(this.others.size());
	}

	public ChangeValue shownAfter() {
		return ChangeValue.words("change.keys-without", this.others.size(), brief());
	}

	public Command command() {
		return new Command.KeyRequest(this.others.size(), "- " + brief());
	}

	public Map<String, String> audited() {
		return Map.of("before", this.thumbprint, "after", "", "keys", left());
	}

	public Optional<RemoteCall> call() {
		return Optional.of(new RemoteCall.RemoveKey(this.sha256));
	}

	public ReadBackResult judge(Observation observation) {
		return ReadBack.inPrincipal(observation, this.others,
				(principal) -> principal.entries(this.sha256).isEmpty() ? new Desired("") : new Before(brief()));
	}

}

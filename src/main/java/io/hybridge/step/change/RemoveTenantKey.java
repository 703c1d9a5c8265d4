package io.hybridge.step.change;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonTypeName;

import io.hybridge.certificate.Certificate;
import io.hybridge.microsoft365.TenantReading.Principal;
import io.hybridge.step.change.part.ChangeValue;
import io.hybridge.step.change.part.Command;
import io.hybridge.step.change.part.KeyRemoval;
import io.hybridge.step.change.part.RemoteCall;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.readback.KeyFingerprints;
import io.hybridge.step.readback.ReadBackResult;
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
		return removal().brief();
	}

	@Override
	public String after() {
		return removal().left();
	}

	@Override
	public ChangeValue shownBefore() {
		return ChangeValue.words("change.keys", this.others.size() + 1);
	}

	@Override
	public ChangeValue shownAfter() {
		return removal().shownAfter();
	}

	@Override
	public Command command() {
		return removal().command();
	}

	@Override
	public Map<String, String> audited() {
		return removal().audited();
	}

	@Override
	public Optional<RemoteCall> call(Observation observation) {
		return removal().call();
	}

	@Override
	public ReadBackSource readFrom() {
		return new ReadBackSource.Principal(false);
	}

	@Override
	public ReadBackResult judge(Observation observation) {
		return removal().judge(observation);
	}

	@Override
	public String stops() {
		return "side-effect.stops-oauth";
	}

	@Override
	public WayBack wayBack(Observation observation, String found) {
		return new WayBack.None();
	}

	private KeyRemoval removal() {
		return new KeyRemoval(this.thumbprint, this.sha256, this.others);
	}

}

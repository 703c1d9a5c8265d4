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
import io.hybridge.step.change.part.KeyRemoval;
import io.hybridge.step.change.part.RemoteCall;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.readback.KeyFingerprints;
import io.hybridge.step.readback.ReadBackResult;
import io.hybridge.step.readback.ReadBackSource;
import io.hybridge.web.text.StoredMessage;

/**
 * Removes the entry of our certificate that does not count (any longer), so that a new
 * one can be added. Not both at once: the service takes an entry with the same bytes for
 * the one that is there, and what became of it could not be read back.
 *
 * @param thumbprint of its certificate, for display
 * @param sha256 by which it is found
 * @param reason why it is replaced
 * @param others fingerprints of the keys that must stay
 */
@JsonTypeName("remove-tenant-key-entry")
public record RemoveTenantKeyEntry(String thumbprint, String sha256, StoredMessage reason,
		List<String> others) implements Change {

	/**
	 * Removes every entry of a certificate.
	 * @param reason why they are replaced, for the page
	 * @return the change
	 */
	public static RemoveTenantKeyEntry of(Certificate certificate, StoredMessage reason, Principal principal) {
		return new RemoveTenantKeyEntry(certificate.thumbprint().value(), certificate.sha256(), reason,
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
		return new ChangeValue.ByThumbprint(new Thumbprint(this.thumbprint), Optional.of(this.reason));
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

	/** What does not count any longer is not put back. */
	@Override
	public WayBack wayBack(Observation observation, String found) {
		return new WayBack.None();
	}

	private KeyRemoval removal() {
		return new KeyRemoval(this.thumbprint, this.sha256, this.others);
	}

}

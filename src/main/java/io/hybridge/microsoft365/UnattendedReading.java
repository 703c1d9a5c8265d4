package io.hybridge.microsoft365;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whether an organization's application may read its tenant while nobody is signed in. It
 * never writes.
 *
 * @param allowed by the operator of the console
 * @param keyStore name of a PKCS#12 file in the folder of keys, with the key whose
 * certificate is registered for the application
 * @param password of the key store
 */
@Validated
@ConfigurationProperties("hybridge.microsoft365.unattended-reading")
public record UnattendedReading(@DefaultValue("false") boolean allowed,
		@DefaultValue("") @NotNull @Pattern(regexp = "|[A-Za-z0-9][A-Za-z0-9._-]{0,99}",
				message = "must be the name of a file in the folder of keys, not a path") String keyStore,
		@DefaultValue("") @NotNull String password) {

	@AssertTrue(message = "needs a key-store where it is allowed")
	boolean isComplete() {
		return !this.allowed || !this.keyStore.isEmpty();
	}

	@Override
	public String toString() {
		return "UnattendedReading[" + this.allowed + ", " + this.keyStore + "]";
	}

}

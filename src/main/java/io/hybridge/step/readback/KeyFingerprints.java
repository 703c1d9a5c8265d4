package io.hybridge.step.readback;

import java.util.List;

import io.hybridge.certificate.Certificate;
import io.hybridge.microsoft365.TenantReading.Principal;
import io.hybridge.microsoft365.TenantReading.TenantKey;

/**
 * What identifies each key of a principal: the SHA-256 of its certificate, or its id
 * where the bytes are no certificate.
 */
public final class KeyFingerprints {

	private KeyFingerprints() {
	}

	/**
	 * In an order of their own, for the tenant promises none and a plan is kept by it.
	 */
	public static List<String> of(Principal principal) {
		return principal.keys().stream().map(KeyFingerprints::of).sorted().toList();
	}

	/** Those of all keys but one. */
	public static List<String> besides(String sha256, Principal principal) {
		return of(principal).stream().filter((key) -> !key.equals(sha256)).toList();
	}

	public static List<String> lost(List<String> expected, Principal principal) {
		List<String> there = of(principal);
		return expected.stream().filter((fingerprint) -> !there.contains(fingerprint)).toList();
	}

	private static String of(TenantKey key) {
		return key.certificate().map(Certificate::sha256).orElse("keyId:" + key.keyId());
	}

}

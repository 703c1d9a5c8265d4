package io.hybridge.exchange.ssh;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;

/** Kinds of host keys, the preferred first. A host may have one of each. */
enum HostKeyFamily {

	ED25519(BuiltinSignatures.ed25519),
	ECDSA(BuiltinSignatures.nistp256, BuiltinSignatures.nistp384, BuiltinSignatures.nistp521),
	RSA(BuiltinSignatures.rsaSHA512, BuiltinSignatures.rsaSHA256);

	private final List<NamedFactory<Signature>> signatures;

	HostKeyFamily(BuiltinSignatures... signatures) {
		this.signatures = List.of(signatures);
	}

	/**
	 * What to ask a host for, one after the other, until its key is the right one: first
	 * whatever it likes best, then each kind alone.
	 */
	static List<List<NamedFactory<Signature>>> questions() {
		List<NamedFactory<Signature>> all = Arrays.stream(values())
			.flatMap((family) -> family.signatures.stream())
			.toList();
		return Stream.concat(Stream.of(all), Arrays.stream(values()).map((family) -> family.signatures)).toList();
	}

}

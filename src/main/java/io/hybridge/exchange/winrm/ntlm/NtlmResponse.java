package io.hybridge.exchange.winrm.ntlm;

import org.bouncycastle.util.Arrays;

/**
 * What answers a challenge.
 *
 * @param nt the proof and what it proves
 * @param lm of old, which says nothing where the server's time came
 * @param sessionKey the exported key for the server's eyes
 */
record NtlmResponse(byte[] nt, byte[] lm, byte[] sessionKey) {

	/**
	 * Computes one.
	 * @param key of the account
	 * @param challenge of the server
	 * @param target what both sides say
	 * @param random what the client adds
	 */
	static NtlmResponse to(byte[] key, Challenge challenge, TargetInformation target, ClientRandom random) {
		byte[] temp = Arrays.concatenate(new byte[][] { { 1, 1, 0, 0, 0, 0, 0, 0 }, random.time(), random.challenge(),
				new byte[4], target.octets(), new byte[4] });
		byte[] proof = NtlmHash.hmac(key, challenge.random(), temp);
		byte[] base = NtlmHash.hmac(key, proof);
		byte[] lm = challenge.target().timestamp().isPresent() ? new byte[24]
				: Arrays.concatenate(NtlmHash.hmac(key, challenge.random(), random.challenge()), random.challenge());
		return new NtlmResponse(Arrays.concatenate(proof, temp), lm,
				NtlmHash.keyStream(base).update(random.exportedKey()));
	}

}

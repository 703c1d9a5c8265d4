package io.hybridge.exchange.winrm.ntlm;

/** What the two sides agree on, as bits. */
final class NtlmFlags {

	private static final int UNICODE = 0x00000001;

	private static final int REQUEST_TARGET = 0x00000004;

	private static final int SIGN = 0x00000010;

	private static final int SEAL = 0x00000020;

	private static final int NTLM = 0x00000200;

	private static final int ALWAYS_SIGN = 0x00008000;

	private static final int EXTENDED_SESSION_SECURITY = 0x00080000;

	private static final int TARGET_INFO = 0x00800000;

	private static final int VERSION = 0x02000000;

	private static final int BITS_128 = 0x20000000;

	private static final int KEY_EXCHANGE = 0x40000000;

	private static final int BITS_56 = 0x80000000;

	/** Without any of these there is no NTLMv2, or no sealing worth its name. */
	private static final int DEMANDED = UNICODE | SIGN | SEAL | EXTENDED_SESSION_SECURITY | TARGET_INFO | BITS_128
			| KEY_EXCHANGE;

	static final int OFFERED = DEMANDED | REQUEST_TARGET | NTLM | ALWAYS_SIGN | VERSION | BITS_56;

	private NtlmFlags() {
	}

	/** Which of what we demand the other side does not have. */
	static int missing(int flags) {
		return DEMANDED & ~flags;
	}

}

package io.hybridge.exchange.winrm;

import java.util.Set;

/** The names of WS-Management that a remote shell needs, and the fault codes it knows. */
final class WsMan {

	static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";

	static final String ADDRESSING = "http://schemas.xmlsoap.org/ws/2004/08/addressing";

	static final String TRANSFER = "http://schemas.xmlsoap.org/ws/2004/09/transfer";

	static final String MANAGEMENT = "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd";

	static final String MICROSOFT = "http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd";

	static final String FAULT = "http://schemas.microsoft.com/wbem/wsman/1/wsmanfault";

	static final String SHELL = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell";

	static final String DONE = SHELL + "/CommandState/Done";

	/** The largest envelope that a server of any age takes and sends. */
	static final int ENVELOPE_SIZE = 153_600;

	/** Windows writes it as its own number or as an HRESULT. */
	static final Set<Long> ACCESS_DENIED = Set.of(5L, 2_147_942_405L);

	/** The policy <em>Allow Remote Shell Access</em> is off. */
	static final long REMOTE_SHELLS_FORBIDDEN = 2_150_859_180L;

	static final long OPERATION_TIMED_OUT = 2_150_858_793L;

	static final long SHELL_GONE = 2_150_858_843L;

	private WsMan() {
	}

	/**
	 * Whether a fault means that the server has too much to do for this user or at all:
	 * the quotas on shells, operations, users and requests, in both numberings.
	 * @param code of the fault
	 * @return whether a pause may help
	 */
	static boolean asksToWait(long code) {
		return (code >= 2_150_859_173L && code <= 2_150_859_176L) || code == 2_150_859_179L
				|| (code >= 2_150_859_236L && code <= 2_150_859_241L) || code == 2_150_858_815L;
	}

}

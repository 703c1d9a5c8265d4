package io.hybridge.lab.exchange.winrm;

import java.time.Duration;

/** A request that Windows answers with a fault. */
final class WinRmFault extends RuntimeException {

	private final long code;

	private final String subcode;

	private final Duration retryAfter;

	private WinRmFault(long code, String subcode, String message, Duration retryAfter) {
		super(message, null, false, false);
		this.code = code;
		this.subcode = subcode;
		this.retryAfter = retryAfter;
	}

	static WinRmFault accessDenied() {
		return new WinRmFault(5, "w:AccessDenied", "Access is denied.", Duration.ZERO);
	}

	static WinRmFault remoteShellsForbidden() {
		return new WinRmFault(2_150_859_180L, "w:AccessDenied",
				"The WS-Management service cannot process the request. The service is configured to not accept any remote shell requests.",
				Duration.ZERO);
	}

	static WinRmFault programNotFound() {
		return new WinRmFault(2_147_942_402L, "w:InternalError", "The system cannot find the file specified.",
				Duration.ZERO);
	}

	static WinRmFault timedOut() {
		return new WinRmFault(2_150_858_793L, "w:TimedOut",
				"The WS-Management service cannot complete the operation within the time specified in OperationTimeout.",
				Duration.ZERO);
	}

	static WinRmFault shellGone() {
		return new WinRmFault(2_150_858_843L, "w:InvalidSelectors",
				"The request for the Windows Remote Shell contained a shell or command that is not there.",
				Duration.ZERO);
	}

	static WinRmFault tooManyRequests(Duration pause) {
		return new WinRmFault(2_150_859_174L, "w:QuotaLimit",
				"The WS-Management service cannot process the request. This user has too many operations under way.",
				pause);
	}

	static WinRmFault tooManyShells() {
		return new WinRmFault(2_150_859_173L, "w:QuotaLimit",
				"The WS-Management service cannot process the request. This user has too many shells.", Duration.ZERO);
	}

	static WinRmFault invalid(String message) {
		return new WinRmFault(87, "w:InvalidParameter", message, Duration.ZERO);
	}

	static WinRmFault notSupported() {
		return new WinRmFault(2_150_858_817L, "a:ActionNotSupported", "The action is not supported by the service.",
				Duration.ZERO);
	}

	long code() {
		return this.code;
	}

	/** Whether the part that runs commands says so, and not the service. */
	boolean ofProvider() {
		return this.code == 87 || this.code == 2_147_942_402L;
	}

	String subcode() {
		return this.subcode;
	}

	/**
	 * How long the caller is asked to wait.
	 * @return the pause, zero when it is not asked
	 */
	Duration retryAfter() {
		return this.retryAfter;
	}

}

package io.hybridge.exchange.powershell;

/** How a script gets its Exchange session; exchangeable without touching a script. */
public enum SessionOpening {

	/** Exchange's own endpoint, with a credential that comes with the call. */
	REMOTING("remoting"),

	/** Exchange's own endpoint, as the person who runs the script on the server. */
	LOCAL("local");

	private final String file;

	SessionOpening(String file) {
		this.file = file;
	}

	/**
	 * The name below {@code opening/}.
	 * @return for instance {@code remoting}
	 */
	public String file() {
		return this.file;
	}

}

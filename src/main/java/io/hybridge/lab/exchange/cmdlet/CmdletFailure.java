package io.hybridge.lab.exchange.cmdlet;

/**
 * A cmdlet's error as it arrives over Exchange's own remoting: the exception itself stays
 * on the server, its type is told as the reason.
 */
public final class CmdletFailure extends RuntimeException {

	/** What every error from the remote session is on this side. */
	static final String REMOTE_TYPE = "System.Management.Automation.RemoteException";

	private final String id;

	private final String category;

	private final String type;

	private final String reason;

	private final String target;

	private CmdletFailure(String id, String category, String type, String reason, String message, String target) {
		super(message);
		this.id = id;
		this.category = category;
		this.type = type;
		this.reason = reason;
		this.target = target;
	}

	/** An error of an Exchange cmdlet; its class is told by its own name. */
	static CmdletFailure of(String cmdletClass, String category, String reason, String message, String target) {
		String id = "[FailureCategory=Cmdlet-" + reason + "] "
				+ String.format("%08X", (cmdletClass + reason).hashCode()) + "," + cmdletClass;
		return new CmdletFailure(id, category, REMOTE_TYPE, reason, message, target);
	}

	/** An error of a command that runs in the script's own process. */
	public static CmdletFailure local(String id, String category, String type, String message, String target) {
		return new CmdletFailure(id, category, type, type.substring(type.lastIndexOf('.') + 1), message, target);
	}

	public String id() {
		return this.id;
	}

	public String category() {
		return this.category;
	}

	public String type() {
		return this.type;
	}

	public String reason() {
		return this.reason;
	}

	public String target() {
		return this.target;
	}

}

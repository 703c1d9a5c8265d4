package io.hybridge.lab.exchange.cmdlet;

import java.util.Locale;

import io.hybridge.lab.exchange.state.DomainController;

/**
 * A cmdlet's error as it arrives over Exchange's own remoting: the exception itself stays
 * on the server, its type is told as the reason.
 */
public final class CmdletFailure extends RuntimeException {

	/** What every error from the remote session is on this side. */
	static final String REMOTE_TYPE = "System.Management.Automation.RemoteException";

	private final transient ErrorRecord error;

	private CmdletFailure(ErrorRecord error, String message) {
		super(message);
		this.error = error;
	}

	/** An error of an Exchange cmdlet; its class is told by its own name. */
	static CmdletFailure of(String cmdletClass, String category, String reason, String message, String target) {
		String id = "[FailureCategory=Cmdlet-" + reason + "] "
				+ String.format(Locale.ROOT, "%08X", (cmdletClass + reason).hashCode()) + "," + cmdletClass;
		return new CmdletFailure(new ErrorRecord(id, category, REMOTE_TYPE, reason, target), message);
	}

	/** What every cmdlet says of an object that a domain controller does not have. */
	static CmdletFailure notFound(DomainController asked, String cmdletClass, String name) {
		return of(cmdletClass, "InvalidData", "ManagementObjectNotFoundException",
				"The operation couldn't be performed because object '" + name + "' couldn't be found on '"
						+ asked.fqdn() + "'.",
				name);
	}

	/** An error of a command that runs in the script's own process. */
	public static CmdletFailure local(String id, String category, String type, String message, String target) {
		return new CmdletFailure(new ErrorRecord(id, category, type, type.substring(type.lastIndexOf('.') + 1), target),
				message);
	}

	/**
	 * The same failure as a script hands it on.
	 * @param id what the script found out about it
	 * @param target which other objects it is about
	 */
	public CmdletFailure also(String id, String target) {
		return new CmdletFailure(new ErrorRecord(this.error.id() + "," + id, this.error.category(), this.error.type(),
				this.error.reason(), target), getMessage());
	}

	public ErrorRecord error() {
		return this.error;
	}

	/**
	 * What PowerShell keeps of an error beside its message.
	 *
	 * @param id fully qualified
	 * @param category for instance {@code InvalidArgument}
	 * @param type of the exception on this side
	 * @param reason the exception's name on the server
	 * @param target which object it is about
	 */
	public record ErrorRecord(String id, String category, String type, String reason, String target) {
	}

}

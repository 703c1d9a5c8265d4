package io.hybridge.lab.exchange.cmdlet;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.hybridge.lab.Trait;

/** What stands between a script and Exchange's cmdlets: the session, and policies. */
final class SessionCmdlets {

	private final ManagementShell shell;

	SessionCmdlets(ManagementShell shell) {
		this.shell = shell;
	}

	void register(Map<String, Function<CmdletParameters, List<CmdletObject>>> cmdlets) {
		cmdlets.put("New-PSSession", this::newSession);
		cmdlets.put("Get-ExecutionPolicy", this::getExecutionPolicy);
	}

	/** PowerShell puts the number of WinRM's fault before the id, as a signed one. */
	private List<CmdletObject> newSession(CmdletParameters parameters) {
		if (this.shell.exchange().has(Trait.SESSIONS_USED_UP)) {
			throw notOpened("-2144108123",
					"The WS-Management service cannot process the request. This user is allowed a maximum number of 18 concurrent shells, which has been exceeded.");
		}
		if (this.shell.exchange().has(Trait.WRONG_PRINCIPAL)) {
			throw notOpened("-2144108387",
					"WinRM cannot process the request. The following error with errorcode 0x80090322 occurred while using Kerberos authentication: An unknown security error occurred.");
		}
		return List.of(CmdletObject.of("State", "Opened"));
	}

	private CmdletFailure notOpened(String number, String message) {
		return CmdletFailure.local(number + ",PSSessionOpenFailed", "OpenError",
				"System.Management.Automation.Remoting.PSRemotingTransportException", "Connecting to remote server "
						+ this.shell.localServer().fqdn() + " failed with the following error message : " + message,
				"");
	}

	private List<CmdletObject> getExecutionPolicy(CmdletParameters parameters) {
		return List.of(CmdletObject.of("Policy",
				this.shell.exchange().has(Trait.SCRIPTS_MUST_BE_SIGNED) ? "AllSigned" : "RemoteSigned"));
	}

}

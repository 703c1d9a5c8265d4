package io.hybridge.exchange.way;

import org.springframework.stereotype.Component;

import io.hybridge.exchange.link.LocalLink;
import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.SshLink;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.local.LocalTransports;
import io.hybridge.exchange.powershell.Transport;
import io.hybridge.exchange.powershell.Transports;
import io.hybridge.exchange.ssh.SshTransports;
import io.hybridge.exchange.winrm.WinRmTransports;

/** Every way to a server there is. */
@Component
class Ways implements Transports {

	private final WinRmTransports winrm;

	private final SshTransports ssh;

	private final LocalTransports local;

	private final SignInGuard guard;

	Ways(WinRmTransports winrm, SshTransports ssh, LocalTransports local, SignInGuard guard) {
		this.winrm = winrm;
		this.ssh = ssh;
		this.local = local;
		this.guard = guard;
	}

	@Override
	public Transport to(ServerLink link) {
		return this.guard.over(link, way(link));
	}

	private Transport way(ServerLink link) {
		return switch (link) {
			case WinRmLink winrm -> this.winrm.to(winrm);
			case SshLink ssh -> this.ssh.to(ssh);
			case LocalLink local -> this.local.to(local);
		};
	}

}

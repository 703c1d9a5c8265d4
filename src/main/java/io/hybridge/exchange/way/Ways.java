package io.hybridge.exchange.way;

import org.springframework.stereotype.Component;

import io.hybridge.exchange.bundle.BundleTransports;
import io.hybridge.exchange.link.BundleLink;
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

	private final BundleTransports bundle;

	private final SignInGuard guard;

	Ways(WinRmTransports winrm, SshTransports ssh, LocalTransports local, BundleTransports bundle, SignInGuard guard) {
		this.winrm = winrm;
		this.ssh = ssh;
		this.local = local;
		this.bundle = bundle;
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
			case BundleLink bundle -> this.bundle.to(bundle);
		};
	}

}

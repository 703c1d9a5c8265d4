package io.hybridge.exchange.ladder;

import java.util.List;

import org.springframework.stereotype.Component;

import io.hybridge.exchange.ladder.RungReading.Evidence;
import io.hybridge.exchange.link.SshLink;
import io.hybridge.exchange.ssh.HostKey;
import io.hybridge.exchange.ssh.SshTransports;
import io.hybridge.remote.RemoteFailure;

/** Looks which keys a host shows, without a word about an account. */
@Component
class HostKeyLook {

	private final SshTransports ssh;

	HostKeyLook(SshTransports ssh) {
		this.ssh = ssh;
	}

	RungReading at(SshLink link) {
		try {
			return judged(link, this.ssh.hostKeys(link.address(), link.port()));
		}
		catch (RemoteFailure failure) {
			return RungReading.failed(Rung.HOST_KEY, List.of(), failure.code(), failure.evidence());
		}
	}

	private static RungReading judged(SshLink link, List<HostKey> shown) {
		List<Evidence> fingerprints = shown.stream().map((key) -> new Evidence("host-key", key.fingerprint())).toList();
		Evidence pinned = new Evidence("host-key", link.hostKey());
		if (fingerprints.contains(pinned)) {
			return RungReading.holds(Rung.HOST_KEY, List.of(pinned));
		}
		return link.hostKey().isEmpty()
				? RungReading.failed(Rung.HOST_KEY, fingerprints, "exchange.host-key-unknown", "") : RungReading
					.failed(Rung.HOST_KEY, fingerprints, "exchange.host-key-changed", "pinned " + link.hostKey());
	}

}

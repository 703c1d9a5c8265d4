package io.hybridge.exchange.ssh;

import java.time.Duration;
import java.util.List;

import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.password.PasswordIdentityProvider;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;

/**
 * The library's client, started when it is first needed. Nothing of this machine's own
 * SSH is used: no configuration, no keys, no agent; and no host may reach back.
 */
final class SshLibrary implements AutoCloseable {

	private static final Duration IDLE = Duration.ofMinutes(10);

	private SshClient client;

	synchronized SshClient client() {
		if (this.client == null) {
			this.client = started();
		}
		return this.client;
	}

	private static SshClient started() {
		SshClient client = SshClient.setUpDefaultClient();
		client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
		client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
		client.setPasswordIdentityProvider(PasswordIdentityProvider.EMPTY_PASSWORDS_PROVIDER);
		client.setAgentFactory(null);
		client.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
		client.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE, UserAuthPasswordFactory.INSTANCE));
		client.setServerKeyVerifier(HostKeyCheck::verify);
		client.addSessionListener(new HostKeyCheck.Listener());
		CoreModuleProperties.CLIENT_IDENTIFICATION.set(client, "Hybridge");
		CoreModuleProperties.REQUEST_EXEC_REPLY.set(client, true);
		CoreModuleProperties.SOCKET_KEEPALIVE.set(client, true);
		CoreModuleProperties.IDLE_TIMEOUT.set(client, IDLE);
		client.start();
		return client;
	}

	@Override
	public synchronized void close() {
		if (this.client != null) {
			this.client.stop();
			this.client = null;
		}
	}

}

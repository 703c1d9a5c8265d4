package io.hybridge.connection;

import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.link.BundleLink;
import io.hybridge.exchange.link.Channel;
import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.SshLink;
import io.hybridge.exchange.link.SshSignIn;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.link.WindowsSignIn;
import io.hybridge.remote.KeyFile;

import static org.assertj.core.api.Assertions.assertThat;

class SharedPasswordTests {

	private static final SharedPassword CHANGED = SharedPassword.changed(ssh("ex1", "former"), ssh("ex1", "new"));

	/** On every way, and where the account opens only Exchange's endpoint. */
	@ParameterizedTest
	@MethodSource("waysWithTheFormerOne")
	void goesToEveryWayThatHadTheFormerOne(ServerLink before, ServerLink after) {
		assertThat(SharedPassword.between(ssh("ex1", "former"), before)).isTrue();
		assertThat(CHANGED.in(before)).isEqualTo(after);
	}

	static Stream<ServerLink[]> waysWithTheFormerOne() {
		return Stream.of(new ServerLink[] { ssh("ex2", "former"), ssh("ex2", "new") },
				new ServerLink[] { ntlm("former", null), ntlm("new", null) },
				new ServerLink[] { ntlm("other", account("svc2", "other"), "former"),
						ntlm("other", account("svc2", "other"), "new") },
				new ServerLink[] { key("former"), key("new") });
	}

	@Test
	void leavesEverythingElse() {
		for (ServerLink other : Set.of(ssh("ex2", "another"), ntlm("another", null), key("another"),
				new BundleLink("cas1.fabrikam.com"))) {
			assertThat(SharedPassword.between(ssh("ex1", "former"), other)).isFalse();
			assertThat(CHANGED.in(other)).isEqualTo(other);
		}
	}

	private static Account account(String name, String password) {
		return new Account(name, password);
	}

	private static ServerLink ssh(String server, String password) {
		return new SshLink(server + ".fabrikam.com", server, 22, "", new SshSignIn.Password(account("svc", password)),
				null);
	}

	/** A key opens the server, the account only Exchange's endpoint. */
	private static ServerLink key(String password) {
		return new SshLink("ex3.fabrikam.com", "ex3", 22, "", new SshSignIn.Key("admin", new KeyFile("key"), ""),
				account("svc", password));
	}

	private static ServerLink ntlm(String password, Account exchange) {
		return new WinRmLink("ex4.fabrikam.com", "ex4", 5985, new Channel.SealedMessages(),
				new WindowsSignIn.Ntlm(account("svc", password)), exchange);
	}

	private static ServerLink ntlm(String unused, Account signIn, String exchange) {
		return new WinRmLink("ex4.fabrikam.com", "ex4", 5985, new Channel.SealedMessages(),
				new WindowsSignIn.Ntlm(signIn), account("svc", exchange));
	}

}

package io.hybridge.connection;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.link.BundleLink;
import io.hybridge.exchange.link.KerberosProof;
import io.hybridge.exchange.link.LocalLink;
import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.SshLink;
import io.hybridge.exchange.link.SshSignIn;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.link.WindowsSignIn;

/**
 * An account's new password, for all links that had its former one: those servers were
 * trusted with it before.
 *
 * @param former of the link that was changed
 * @param now the same accounts with what was typed
 */
record SharedPassword(List<Account> former, List<Account> now) {

	static SharedPassword changed(ServerLink before, ServerLink after) {
		return new SharedPassword(accounts(before), accounts(after));
	}

	/** Whether one account with one password opens both. */
	static boolean between(ServerLink one, ServerLink other) {
		return accounts(one).stream().anyMatch(accounts(other)::contains);
	}

	/** The link with the new password where it had the former one, else as it is. */
	ServerLink in(ServerLink link) {
		return switch (link) {
			case WinRmLink winrm -> new WinRmLink(winrm.fqdn(), winrm.address(), winrm.port(), winrm.channel(),
					in(winrm.signIn()), in(winrm.exchange()));
			case SshLink ssh ->
				new SshLink(ssh.fqdn(), ssh.address(), ssh.port(), ssh.hostKey(), in(ssh.signIn()), in(ssh.exchange()));
			case LocalLink local -> local;
			case BundleLink bundle -> bundle;
		};
	}

	private WindowsSignIn in(WindowsSignIn signIn) {
		return switch (signIn) {
			case WindowsSignIn.Kerberos kerberos -> kerberos.account()
				.<WindowsSignIn>map((account) -> new WindowsSignIn.Kerberos(kerberos.user(), kerberos.realm(),
						new KerberosProof.Password(in(account).password())))
				.orElse(kerberos);
			case WindowsSignIn.Ntlm(Account login) -> new WindowsSignIn.Ntlm(in(login));
			case WindowsSignIn.Basic(Account login) -> new WindowsSignIn.Basic(in(login));
			case WindowsSignIn.ClientCertificate certificate -> certificate;
		};
	}

	private SshSignIn in(SshSignIn signIn) {
		return switch (signIn) {
			case SshSignIn.Password(Account login) -> new SshSignIn.Password(in(login));
			case SshSignIn.Key key -> key;
		};
	}

	private Account in(Account account) {
		return this.former.contains(account)
				? this.now.stream().filter((one) -> one.name().equals(account.name())).findFirst().orElse(account)
				: account;
	}

	private static List<Account> accounts(ServerLink link) {
		return switch (link) {
			case WinRmLink winrm -> both(winrm.signIn().account(), winrm.exchange());
			case SshLink ssh -> both(
					(ssh.signIn() instanceof SshSignIn.Password(Account login)) ? Optional.of(login) : Optional.empty(),
					ssh.exchange());
			case LocalLink local -> List.of();
			case BundleLink bundle -> List.of();
		};
	}

	private static List<Account> both(Optional<Account> signIn, Account exchange) {
		return Stream.concat(signIn.stream(), Stream.ofNullable(exchange)).distinct().toList();
	}

	@Override
	public String toString() {
		return "SharedPassword[]";
	}

}

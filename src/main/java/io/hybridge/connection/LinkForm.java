package io.hybridge.connection;

import java.util.List;
import java.util.stream.Stream;

import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.link.BundleLink;
import io.hybridge.exchange.link.Channel;
import io.hybridge.exchange.link.KerberosProof;
import io.hybridge.exchange.link.LocalLink;
import io.hybridge.exchange.link.PeerTrust;
import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.SshLink;
import io.hybridge.exchange.link.SshSignIn;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.link.WindowsSignIn;
import io.hybridge.web.TypedText;

/**
 * A connection to one server as typed. What the chosen way does not ask for stays null.
 *
 * @param fqdn name of the server
 * @param channel {@code https} or {@code http}
 * @param address to connect to, or empty for the name
 * @param port or empty for the usual one
 * @param trust {@code runtime}, {@code authorities} or {@code pinned}
 * @param authorities PEM of the authorities
 * @param pin SHA-256 of the certificate, or the fingerprint of the host key
 * @param user who signs in
 * @param realm of Kerberos
 * @param kdcs of the realm, or empty where DNS tells them
 * @param password empty to keep the one that is stored
 * @param keyFile name of a keytab, key or key store in the operator's folder
 * @param exchangeUser who opens Exchange's own endpoint, or empty for the same account
 * @param exchangePassword empty to keep the one that is stored
 * @param seen mark of the link over which the form was filled in, as {@link SeenLink}
 * makes it
 */
record LinkForm(String fqdn, String channel, String address, String port, String trust, String authorities, String pin,
		String user, String realm, String kdcs, String password, String keyFile, String exchangeUser,
		String exchangePassword, String seen) {

	static final LinkForm EMPTY = new LinkForm("", "https", "", "", "runtime", "", "", "", "", "", "", "", "", "", "");

	LinkForm {
		fqdn = line(fqdn);
		channel = line(channel);
		address = line(address);
		port = line(port);
		trust = line(trust);
		authorities = (authorities != null) ? authorities : "";
		pin = line(pin);
		user = line(user);
		realm = line(realm);
		kdcs = line(kdcs);
		password = (password != null) ? password : "";
		keyFile = line(keyFile);
		exchangeUser = line(exchangeUser);
		exchangePassword = (exchangePassword != null) ? exchangePassword : "";
		seen = line(seen);
	}

	/** What is shown of a stored link: everything but its passwords. */
	static LinkForm of(ServerLink link) {
		return switch (link) {
			case WinRmLink winrm -> of(winrm);
			case SshLink ssh -> new LinkForm(ssh.fqdn(), "", shownAddress(ssh.fqdn(), ssh.address()),
					Integer.toString(ssh.port()), "", "", ssh.hostKey(), user(ssh.signIn()), "", "", "",
					keyFile(ssh.signIn()), user(ssh.exchange()), "", "");
			case LocalLink local -> named(local.fqdn());
			case BundleLink bundle -> named(bundle.fqdn());
		};
	}

	private static LinkForm named(String fqdn) {
		return new LinkForm(fqdn, "", "", "", "", "", "", "", "", "", "", "", "", "", "");
	}

	/** What was typed, without what must not go back into a page. */
	LinkForm withoutPasswords() {
		return new LinkForm(this.fqdn, this.channel, this.address, this.port, this.trust, this.authorities, this.pin,
				this.user, this.realm, this.kdcs, "", this.keyFile, this.exchangeUser, "", this.seen);
	}

	/** Whether a password that is sent there goes to the same place as with the other. */
	boolean leadsWhere(LinkForm other) {
		return destination().equals(other.destination());
	}

	private List<String> destination() {
		return List.of(this.fqdn, this.address, this.port, this.channel, this.trust, this.authorities, this.pin,
				this.realm, this.kdcs);
	}

	List<String> kdcList() {
		return Stream.of(this.kdcs.split("[\\s,;]+")).filter((kdc) -> !kdc.isEmpty()).toList();
	}

	private static LinkForm of(WinRmLink link) {
		WindowsSignIn.Kerberos kerberos = (link.signIn() instanceof WindowsSignIn.Kerberos one) ? one : null;
		PeerTrust trust = (link.channel() instanceof Channel.Tls(PeerTrust given)) ? given : null;
		return new LinkForm(link.fqdn(), (trust != null) ? "https" : "http", shownAddress(link.fqdn(), link.address()),
				Integer.toString(link.port()), word(trust),
				(trust instanceof PeerTrust.Authorities(String pem)) ? pem : "",
				(trust instanceof PeerTrust.Pinned(String sha256)) ? sha256 : "", user(link.signIn()),
				(kerberos != null) ? kerberos.realm().name() : "",
				(kerberos != null) ? String.join(" ", kerberos.realm().kdcs()) : "", "", keyFile(link.signIn()),
				user(link.exchange()), "", "");
	}

	private static String word(PeerTrust trust) {
		return switch (trust) {
			case PeerTrust.Authorities authorities -> "authorities";
			case PeerTrust.Pinned pinned -> "pinned";
			case PeerTrust.Runtime runtime -> "runtime";
			case null -> "runtime";
		};
	}

	private static String user(WindowsSignIn signIn) {
		return switch (signIn) {
			case WindowsSignIn.Kerberos kerberos -> kerberos.user();
			case WindowsSignIn.Ntlm(Account login) -> login.name();
			case WindowsSignIn.Basic(Account login) -> login.name();
			case WindowsSignIn.ClientCertificate certificate -> "";
		};
	}

	private static String user(SshSignIn signIn) {
		return switch (signIn) {
			case SshSignIn.Password(Account login) -> login.name();
			case SshSignIn.Key key -> key.user();
		};
	}

	private static String user(Account account) {
		return (account != null) ? account.name() : "";
	}

	private static String keyFile(WindowsSignIn signIn) {
		return switch (signIn) {
			case WindowsSignIn.Kerberos(var user, var realm, KerberosProof.Keytab keytab) -> keytab.file().name();
			case WindowsSignIn.ClientCertificate certificate -> certificate.keyStore().name();
			default -> "";
		};
	}

	private static String keyFile(SshSignIn signIn) {
		return (signIn instanceof SshSignIn.Key key) ? key.file().name() : "";
	}

	private static String shownAddress(String fqdn, String address) {
		return address.equals(fqdn) ? "" : address;
	}

	private static String line(String typed) {
		return (typed != null) ? TypedText.line(typed) : "";
	}

	@Override
	public String toString() {
		return "LinkForm[" + this.fqdn + "]";
	}

}

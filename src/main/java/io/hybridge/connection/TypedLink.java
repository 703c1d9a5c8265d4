package io.hybridge.connection;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.springframework.validation.Errors;

import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.link.BundleLink;
import io.hybridge.exchange.link.Channel;
import io.hybridge.exchange.link.KerberosProof;
import io.hybridge.exchange.link.KerberosRealm;
import io.hybridge.exchange.link.LocalLink;
import io.hybridge.exchange.link.PeerTrust;
import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.SshLink;
import io.hybridge.exchange.link.SshSignIn;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.link.WindowsSignIn;
import io.hybridge.remote.KeyFile;
import io.hybridge.remote.Trust;

/** Reads a link from a form: what is wrong is said beside its field, all at once. */
final class TypedLink {

	private static final int LONGEST_NAME = 253;

	private final WayIn way;

	private final LinkForm form;

	private final StoredPasswords stored;

	private final String passwordRule;

	private final Errors errors;

	private TypedLink(WayIn way, LinkForm form, StoredPasswords stored, String passwordRule, Errors errors) {
		this.way = way;
		this.form = form;
		this.stored = stored;
		this.passwordRule = passwordRule;
		this.errors = errors;
	}

	/**
	 * Reads.
	 * @param way that was chosen
	 * @param form as typed
	 * @param known the link so far, or null; its passwords stay where none is typed and
	 * they go to the same place as before
	 * @param errors where to say what is wrong
	 * @return the link, or empty with errors
	 */
	static Optional<ServerLink> read(WayIn way, LinkForm form, ServerLink known, Errors errors) {
		boolean same = known != null && WayIn.of(known) == way && LinkForm.of(known).leadsWhere(form);
		String passwordRule = (known != null) ? "connection.password.rule" : "connection.password.needed";
		ServerLink link = new TypedLink(way, form, StoredPasswords.of(same ? known : null), passwordRule, errors)
			.link();
		return Optional.ofNullable(link);
	}

	private ServerLink link() {
		String fqdn = part("fqdn", this.way.isKerberos() ? "connection.server.rule.kerberos" : "connection.server.rule",
				() -> ServerLink.fullName(this.form.fqdn()));
		if (this.way == WayIn.LOCAL) {
			return whole(() -> new LocalLink(fqdn));
		}
		if (this.way == WayIn.BUNDLE) {
			return whole(() -> new BundleLink(fqdn));
		}
		String address = this.form.address().isEmpty() ? fqdn
				: part("address", "connection.address.rule", () -> ServerLink.host(this.form.address()));
		return this.way.isSsh() ? ssh(fqdn, address) : winrm(fqdn, address);
	}

	private ServerLink winrm(String fqdn, String address) {
		boolean sealed = this.way.isSealing() && this.form.channel().equals("http");
		Channel channel = sealed ? new Channel.SealedMessages() : new Channel.Tls(trust());
		Integer port = port(sealed ? 5985 : 5986);
		WindowsSignIn signIn = signIn();
		Account exchange = exchange(this.way == WayIn.CERTIFICATE || !this.form.keyFile().isEmpty());
		return whole(() -> new WinRmLink(fqdn, address, port, channel, signIn, exchange));
	}

	private ServerLink ssh(String fqdn, String address) {
		Integer port = port(22);
		SshSignIn signIn = (this.way == WayIn.SSH_PASSWORD) ? new SshSignIn.Password(login())
				: new SshSignIn.Key(user(), keyFile(), kept(this.form.password(), this.stored.signIn()));
		Account exchange = exchange(this.way == WayIn.SSH_KEY);
		if (!this.form.pin().isEmpty()) {
			part("pin", "connection.host-key.rule", () -> SshLink.hostKey(this.form.pin()));
		}
		return whole(() -> new SshLink(fqdn, address, port, this.form.pin(), signIn, exchange));
	}

	private WindowsSignIn signIn() {
		return switch (this.way) {
			case KERBEROS -> kerberos();
			case NTLM -> new WindowsSignIn.Ntlm(login());
			case BASIC -> new WindowsSignIn.Basic(login());
			case CERTIFICATE -> new WindowsSignIn.ClientCertificate(keyFile(), password());
			case SSH_PASSWORD, SSH_KEY, LOCAL, BUNDLE -> throw new IllegalStateException("Not over WinRM");
		};
	}

	private WindowsSignIn kerberos() {
		KerberosRealm realm = part("realm", "connection.realm.rule",
				() -> new KerberosRealm(this.form.realm(), List.of()));
		if (realm != null) {
			realm = part("kdcs", "connection.kdcs.rule",
					() -> new KerberosRealm(this.form.realm(), this.form.kdcList()));
		}
		String user = user();
		if (user != null && user.matches(".*[@\\\\/\\s].*")) {
			this.errors.rejectValue("user", "connection.user.rule.kerberos");
		}
		return new WindowsSignIn.Kerberos(user, realm, proof());
	}

	private KerberosProof proof() {
		if (this.form.keyFile().isEmpty()) {
			return new KerberosProof.Password(password());
		}
		if (!this.form.password().isEmpty()) {
			this.errors.rejectValue("keyFile", "connection.key-file.or-password");
			return null;
		}
		return new KerberosProof.Keytab(keyFile());
	}

	private Account login() {
		String user = user();
		String password = password();
		return (user != null && password != null) ? new Account(user, password) : null;
	}

	private String user() {
		return part("user", "connection.user.rule", () -> {
			String user = this.form.user();
			if (user.isEmpty() || user.length() > LONGEST_NAME) {
				throw new IllegalArgumentException("Too short or too long");
			}
			return user;
		});
	}

	private String password() {
		String password = kept(this.form.password(), this.stored.signIn());
		if (password == null) {
			this.errors.rejectValue("password", this.passwordRule);
		}
		return password;
	}

	private KeyFile keyFile() {
		return part("keyFile", "connection.key-file.rule", () -> new KeyFile(this.form.keyFile()));
	}

	private Account exchange(boolean needed) {
		if (this.form.exchangeUser().isEmpty()) {
			if (needed || !this.form.exchangePassword().isEmpty()) {
				this.errors.rejectValue("exchangeUser",
						needed ? "connection.exchange.needed" : "connection.exchange.whose");
			}
			return null;
		}
		String password = kept(this.form.exchangePassword(), this.stored.exchange());
		if (password == null) {
			this.errors.rejectValue("exchangePassword", this.passwordRule);
			return null;
		}
		return new Account(this.form.exchangeUser(), password);
	}

	private PeerTrust trust() {
		return switch (this.form.trust()) {
			case "authorities" -> part("authorities", "connection.authorities.rule", this::authorities);
			case "pinned" -> part("pin", this.form.pin().isEmpty() ? "connection.pin.missing" : "connection.pin.rule",
					() -> new PeerTrust.Pinned(this.form.pin()));
			default -> new PeerTrust.Runtime();
		};
	}

	private PeerTrust authorities() {
		if (!this.form.authorities().contains("BEGIN CERTIFICATE")) {
			throw new IllegalArgumentException("No certificate");
		}
		Trust.in(this.form.authorities());
		return new PeerTrust.Authorities(this.form.authorities());
	}

	private Integer port(int usual) {
		return part("port", "connection.port.rule",
				() -> ServerLink.port(this.form.port().isEmpty() ? usual : Integer.parseInt(this.form.port())));
	}

	private static String kept(String typed, String stored) {
		return typed.isEmpty() ? stored : typed;
	}

	/** A part of the link, or null with an error beside its field. */
	private <T> T part(String field, String rule, Supplier<T> part) {
		try {
			return part.get();
		}
		catch (IllegalArgumentException ex) {
			this.errors.rejectValue(field, rule);
			return null;
		}
	}

	/** The whole link, or null once any part is wrong. */
	private ServerLink whole(Supplier<ServerLink> link) {
		return this.errors.hasErrors() ? null : link.get();
	}

}

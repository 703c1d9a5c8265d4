package io.hybridge.exchange.link;

import java.util.Optional;

import io.hybridge.remote.KeyFile;

/** As whom a conversation over WinRM signs in to Windows, and by which protocol. */
public sealed interface WindowsSignIn {

	/**
	 * Who can open Exchange's own endpoint by what was given here.
	 * @return the account, or empty where there is no password
	 */
	Optional<Account> account();

	/** Whether its key can seal messages; the others need TLS. */
	boolean seals();

	/**
	 * Kerberos: an account of the domain.
	 *
	 * @param user the account's name alone, as Active Directory's sAMAccountName
	 * @param realm of the account
	 * @param proof that it is the account
	 */
	record Kerberos(String user, KerberosRealm realm, KerberosProof proof) implements WindowsSignIn {

		/** For instance {@code svc-hybridge@FABRIKAM.COM}. */
		public String principal() {
			return this.user + "@" + this.realm.name();
		}

		@Override
		public Optional<Account> account() {
			return switch (this.proof) {
				case KerberosProof.Password password -> Optional.of(new Account(principal(), password.password()));
				case KerberosProof.Keytab keytab -> Optional.empty();
			};
		}

		@Override
		public boolean seals() {
			return true;
		}

	}

	/**
	 * NTLMv2: an account of the domain or of the server.
	 *
	 * @param login with {@code DOMAIN\}, as {@code name@domain}, or a name alone
	 */
	record Ntlm(Account login) implements WindowsSignIn {

		@Override
		public Optional<Account> account() {
			return Optional.of(this.login);
		}

		@Override
		public boolean seals() {
			return true;
		}

	}

	/**
	 * Basic: Windows lets only an account of the server in.
	 *
	 * @param login name and password, sent with every request
	 */
	record Basic(Account login) implements WindowsSignIn {

		@Override
		public Optional<Account> account() {
			return Optional.of(this.login);
		}

		@Override
		public boolean seals() {
			return false;
		}

	}

	/**
	 * A client certificate, which Windows maps to an account of the server.
	 *
	 * @param keyStore PKCS #12 with certificate and key
	 * @param password of the key store
	 */
	record ClientCertificate(KeyFile keyStore, String password) implements WindowsSignIn {

		@Override
		public Optional<Account> account() {
			return Optional.empty();
		}

		@Override
		public boolean seals() {
			return false;
		}

		@Override
		public String toString() {
			return "ClientCertificate[" + this.keyStore.name() + "]";
		}

	}

}

package io.hybridge.exchange.winrm.kerberos;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;

import io.hybridge.exchange.link.KerberosProof;
import io.hybridge.exchange.link.WindowsSignIn;

/** Asks a realm for the ticket of an account, without any file of the machine's. */
final class KerberosLogin {

	private static final String MODULE = "com.sun.security.auth.module.Krb5LoginModule";

	private final WindowsSignIn.Kerberos who;

	private final Path keytab;

	/**
	 * A login.
	 * @param who as whom
	 * @param keytab with the account's keys, or null where there is a password
	 */
	KerberosLogin(WindowsSignIn.Kerberos who, Path keytab) {
		this.who = who;
		this.keytab = keytab;
	}

	Subject subject() throws LoginException {
		LoginContext login = new LoginContext("hybridge", new Subject(), this::answer, new Only(options()));
		login.login();
		return login.getSubject();
	}

	private Map<String, String> options() {
		Map<String, String> options = new HashMap<>(Map.of("principal", this.who.principal(), "useTicketCache", "false",
				"isInitiator", "true", "refreshKrb5Config", "true"));
		if (this.keytab != null) {
			options.putAll(Map.of("useKeyTab", "true", "keyTab", this.keytab.toString(), "doNotPrompt", "true"));
		}
		return options;
	}

	private void answer(Callback[] questions) throws IOException, UnsupportedCallbackException {
		for (Callback question : questions) {
			if (!(question instanceof PasswordCallback password)
					|| !(this.who.proof() instanceof KerberosProof.Password proof)) {
				throw new UnsupportedCallbackException(question);
			}
			password.setPassword(proof.password().toCharArray());
		}
	}

	/** A configuration of this one login. */
	private static final class Only extends Configuration {

		private final AppConfigurationEntry entry;

		Only(Map<String, String> options) {
			this.entry = new AppConfigurationEntry(MODULE, LoginModuleControlFlag.REQUIRED, options);
		}

		@Override
		public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
			return new AppConfigurationEntry[] { this.entry };
		}

	}

}

package io.hybridge.exchange.winrm.kerberos;

import java.io.IOException;
import java.net.ConnectException;

import javax.security.auth.login.LoginException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.hybridge.support.Faults;

import static org.assertj.core.api.Assertions.assertThat;

/** The words of the Java runtime, as trials with MIT and Samba brought them. */
class KerberosFailureTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Client not found in Kerberos database (6) - CLIENT_NOT_FOUND | account-unknown
					No valid credentials provided (Mechanism level: Server not found in Kerberos database (7) - LOOKING_UP_SERVER) | service-unknown
					KDC has no support for encryption type (14) - CANT_FIND_CLIENT_KEY | no-common-encryption
					Client's credentials have been revoked (18) - LOCKED_OUT | account-locked
					Client's entry in database has expired (1) | account-locked
					KDC policy rejects request (12) | account-locked
					Password has expired - change password to reset (23) | password-expired
					Pre-authentication information was invalid (24) - PREAUTH_FAILED | password-wrong
					Integrity check on decrypted field failed (31) | password-wrong
					Clock skew too great (37) | clock-skew
					Message stream modified (41) | failed
					Cannot locate KDC | no-kdc
					Receive timed out (6) Cannot locate KDC | no-kdc
					Unable to obtain password from user | keytab-unusable
					""")
	@Faults("F13")
	void tellsByTheNumber(String words, String code) {
		assertThat(KerberosFailure.of(new LoginException(words)).code()).isEqualTo("exchange.kerberos-" + code);
	}

	@Test
	void tellsThatNobodyAnswered() {
		IOException outer = new IOException("no answer", new ConnectException("Connection refused"));
		assertThat(KerberosFailure.of(outer).code()).isEqualTo("exchange.kerberos-no-kdc");
		assertThat(KerberosFailure.of(outer).evidence()).isEqualTo("no answer; Connection refused");
	}

}

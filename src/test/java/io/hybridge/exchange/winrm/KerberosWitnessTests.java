package io.hybridge.exchange.winrm;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.hybridge.exchange.link.KerberosProof;
import io.hybridge.exchange.link.WindowsSignIn;
import io.hybridge.exchange.winrm.SignInWorld.Acceptor;
import io.hybridge.exchange.winrm.http.Conversation;
import io.hybridge.exchange.winrm.signin.SignInFailure;

import static org.assertj.core.api.Assertions.assertThat;

/** Kerberos before MIT's KDC and acceptor. */
class KerberosWitnessTests extends SignInContract {

	@Override
	WindowsSignIn signIn() {
		return world.kerberos();
	}

	@Override
	String nameThere() {
		return "svc-hybridge@FABRIKAM.COM";
	}

	@Override
	String codeOfARefusal() {
		return "exchange.kerberos-refused";
	}

	@Override
	WindowsSignIn wrongPassword() {
		return world.kerberos("svc-hybridge", "canary-wrong");
	}

	@Override
	void refusedWithAWrongPassword(SignInFailure failure, Acceptor acceptor) {
		assertThat(failure.code()).isEqualTo("exchange.kerberos-password-wrong");
		assertThat(acceptor.linesWith("auth Negotiate")).as("never NTLM instead").isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "nobody,account-unknown", "svc-expired,password-expired", "svc-locked,account-locked" })
	void tellsWhyTheRealmRefuses(String user, String code) throws Exception {
		Acceptor acceptor = world.acceptor();
		try (Conversation conversation = to(
				SignInWorld.link(acceptor.port(), SEALED, world.kerberos(user, SignInWorld.PASSWORD)))) {
			assertThat(failure(conversation).code()).isEqualTo("exchange.kerberos-" + code);
		}
	}

	@Test
	void tellsThatTheRealmDoesNotKnowTheServer() throws Exception {
		Acceptor acceptor = world.acceptor();
		try (Conversation conversation = to(SignInWorld.link("ex9.fabrikam.com", acceptor.port(), SEALED, signIn()))) {
			assertThat(failure(conversation).code()).isEqualTo("exchange.kerberos-service-unknown");
		}
	}

	@Test
	void tellsThatNoKdcAnswers() throws Exception {
		Acceptor acceptor = world.acceptor();
		WindowsSignIn nowhere = SignInWorld.kerberos("svc-hybridge", new KerberosProof.Password("x"),
				SignInWorld.freePort());
		try (Conversation conversation = to(SignInWorld.link(acceptor.port(), SEALED, nowhere))) {
			assertThat(failure(conversation).code()).isEqualTo("exchange.kerberos-no-kdc");
		}
	}

	@Test
	void signsInByKeytab() throws Exception {
		Files.createDirectories(folder.resolve("keys"));
		Files.copy(folder.resolve("user.keytab"), folder.resolve("keys/svc.keytab"),
				StandardCopyOption.COPY_ATTRIBUTES);
		Files.copy(folder.resolve("http.keytab"), folder.resolve("keys/other.keytab"),
				StandardCopyOption.COPY_ATTRIBUTES);
		Acceptor acceptor = world.acceptor();
		assertThat(withKeytab("svc.keytab", acceptor)).isNull();
		assertThat(withKeytab("other.keytab", acceptor)).isEqualTo("exchange.kerberos-keytab-unusable");
		assertThat(withKeytab("missing.keytab", acceptor)).isEqualTo("exchange.key-file-missing");
		assertThat(acceptor.linesWith("signed in")).hasSize(1);
	}

	private static String withKeytab(String file, Acceptor acceptor) throws Exception {
		try (Conversation conversation = to(SignInWorld.link(acceptor.port(), SEALED, world.keytab(file)))) {
			send(conversation, message(10));
			return null;
		}
		catch (SignInFailure ex) {
			return ex.code();
		}
	}

	@Test
	void travelsWithoutNegotiateWhereOnlyKerberosIsOffered() throws Exception {
		Acceptor acceptor = world.acceptor("--offer", "Kerberos");
		try (Conversation conversation = to(SignInWorld.link(acceptor.port(), SEALED, signIn()))) {
			assertThat(text(send(conversation, message(10)))).contains("n=\"10\"");
		}
		assertThat(acceptor.linesWith("HTTP-Kerberos-session-encrypted")).isNotEmpty();
	}

	@Test
	void leavesTheMachineAlone() throws Exception {
		String property = System.getProperty("java.security.krb5.conf");
		signsInOnce();
		assertThat(Path.of(System.getProperty("java.security.krb5.conf"))).startsWith(folder.resolve("keys"));
		assertThat(Files.getPosixFilePermissions(folder.resolve("keys/krb5.conf"))).hasSize(2);
		assertThat(Path.of("/tmp/krb5cc_" + Files.getAttribute(folder, "unix:uid"))).doesNotExist();
		assertThat(property == null || property.endsWith("krb5.conf")).isTrue();
	}

	private void signsInOnce() throws Exception {
		Acceptor acceptor = world.acceptor();
		try (Conversation conversation = to(SignInWorld.link(acceptor.port(), SEALED, signIn()))) {
			send(conversation, message(10));
		}
	}

}

package io.hybridge.exchange.winrm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.hybridge.exchange.link.KerberosProof;
import io.hybridge.exchange.link.KerberosRealm;
import io.hybridge.exchange.link.WindowsSignIn;
import io.hybridge.exchange.winrm.SignInWorld.Acceptor;
import io.hybridge.exchange.winrm.http.Conversation;
import io.hybridge.exchange.winrm.signin.SignInFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
		WindowsSignIn nowhere = elsewhere("NOWHERE.TEST", SignInWorld.freePort());
		try (Conversation conversation = to(SignInWorld.link(acceptor.port(), SEALED, nowhere))) {
			assertThat(failure(conversation).code()).isEqualTo("exchange.kerberos-no-kdc");
		}
	}

	@Test
	void asksForTheOtherNameOfTheServiceWhereTheRealmDoesNotKnowTheFirst() throws Exception {
		Acceptor acceptor = world.acceptor();
		try (Conversation conversation = to(SignInWorld.link("ex8.fabrikam.com", acceptor.port(), SEALED, signIn()))) {
			assertThat(text(send(conversation, message(10)))).contains("n=\"10\"");
		}
	}

	@Test
	void waitsNoLongerForAKdcThanTheCallMayTake() throws Exception {
		Acceptor acceptor = world.acceptor();
		try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
				Conversation conversation = to(SignInWorld.link(acceptor.port(), SEALED, to(silent)))) {
			SignInFailure failure = catchThrowableOfType(SignInFailure.class,
					() -> conversation.send(message(10), Duration.ofSeconds(1)));
			assertThat(failure.code()).isEqualTo("exchange.kerberos-no-kdc");
			assertThat(failure.evidence()).as("before the KDC’s own time is up").contains("the time of the call");
			assertThat(failure.isPassing()).isTrue();
		}
	}

	@Test
	void letsGoOfAKdcWhenItIsInterrupted() throws Exception {
		Acceptor acceptor = world.acceptor();
		try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
				Conversation conversation = to(SignInWorld.link(acceptor.port(), SEALED, to(silent)))) {
			FutureTask<Throwable> call = new FutureTask<>(() -> catchThrowable(() -> send(conversation, message(10))));
			Thread caller = Thread.ofVirtual().start(call);
			silent.accept();
			caller.interrupt();
			assertThat(call.get()).isInstanceOf(InterruptedException.class);
		}
	}

	private static WindowsSignIn.Kerberos to(ServerSocket kdc) {
		return elsewhere("SILENT.TEST", kdc.getLocalPort());
	}

	private static WindowsSignIn.Kerberos elsewhere(String realm, int port) {
		return new WindowsSignIn.Kerberos("svc-hybridge", new KerberosRealm(realm, List.of("127.0.0.1:" + port)),
				new KerberosProof.Password("x"));
	}

	/**
	 * A server that refuses a ticket may have another key than the ticket was made for.
	 */
	@Test
	void tellsThatTheServerRefusedTheTicketAndAsksForAnotherOne() throws Exception {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", (exchange) -> {
			exchange.getRequestBody().readAllBytes();
			boolean token = exchange.getRequestHeaders().containsKey("Authorization");
			exchange.getResponseHeaders().add("WWW-Authenticate", token ? "Negotiate oQcwBaADCgEC" : "Negotiate");
			exchange.sendResponseHeaders(401, -1);
			exchange.close();
		});
		server.start();
		refused(server.getAddress().getPort());
		long before = ticketsGiven();
		refused(server.getAddress().getPort());
		server.stop(0);
		assertThat(ticketsGiven() - before).as("for the account, and for the server").isEqualTo(2);
	}

	private static void refused(int port) throws Exception {
		try (Conversation conversation = to(SignInWorld.link(port, SEALED, world.kerberos()))) {
			assertThat(failure(conversation).code()).isEqualTo("exchange.kerberos-refused");
		}
	}

	private static long ticketsGiven() throws IOException {
		return Files.readAllLines(folder.resolve("kdc.log")).stream().filter((line) -> line.contains("ISSUE")).count();
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

package io.hybridge.exchange.winrm;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.hybridge.exchange.link.Channel;
import io.hybridge.exchange.winrm.http.Answer;
import io.hybridge.exchange.winrm.http.Conversation;
import io.hybridge.exchange.winrm.http.TestConversations;
import io.hybridge.exchange.winrm.signin.AlteredMessage;
import io.hybridge.exchange.winrm.signin.SignInFailure;
import io.hybridge.support.Waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What answers over HTTP in a server's place, and must get nothing. */
class OddServersTests {

	/** A challenge that is in order, as anybody can make one. */
	private static final String CHALLENGE = "Negotiate " + Base64.getEncoder()
		.encodeToString(HexFormat.of()
			.parseHex(
					"4e544c4d53535000020000000c000c003800000035828ae20123456789abcdef000000000000000030003000440000000a"
							+ "00f4650000000f53006500720076006500720002000c0044006f006d00610069006e0001000c0053006500720076006500"
							+ "7200070008000090d336b734c30100000000"));

	private final Queue<Said> says = new ArrayDeque<>();

	private final List<String> heard = new CopyOnWriteArrayList<>();

	private HttpServer server;

	@BeforeEach
	void open() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/wsman", this::handle);
		this.server.start();
	}

	@AfterEach
	void close() {
		this.server.stop(0);
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			this.heard.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
			Said said = this.says.remove();
			if (said.challenge() != null) {
				exchange.getResponseHeaders().add("WWW-Authenticate", said.challenge());
			}
			exchange.getResponseHeaders().add("Content-Type", "application/soap+xml;charset=UTF-8");
			byte[] body = said.body().getBytes(StandardCharsets.US_ASCII);
			exchange.sendResponseHeaders(said.status(), (body.length > 0) ? body.length : -1);
			exchange.getResponseBody().write(body);
		}
	}

	@Test
	void getNoMessageBeforeASignIn() {
		assertRefused("exchange.not-winrm", said(200, null));
		assertRefused("exchange.no-sign-in-offered", said(401, null));
		assertRefused("exchange.negotiate-not-offered", said(401, "Basic realm=\"WSMAN\""));
		assertRefused("exchange.sign-in-unreadable", said(401, "Negotiate"), said(401, "Negotiate !"));
		assertRefused("exchange.ntlm-unusable", said(401, "Negotiate"), said(401, "Negotiate TlRMTVNTUAA="));
		assertRefused("exchange.server-not-proved", said(401, "Negotiate"), said(200, null));
		assertRefused("exchange.ntlm-refused", said(401, "Negotiate"), said(401, CHALLENGE), said(401, CHALLENGE));
	}

	@Test
	void areNotReadWithoutASeal() {
		for (int status : new int[] { 200, 500 }) {
			signedIn();
			this.says.add(new Said(status, null, "<s:Envelope/>"));
			assertThat(catchThrowableOfType(AlteredMessage.class, this::send)).isNotNull();
			assertThat(this.heard).noneMatch((body) -> body.contains("secret"));
		}
	}

	@Test
	void proveNothingByAStatus() throws Exception {
		signedIn();
		this.says.add(new Said(403, null, "<html>Forbidden</html>"));
		Answer answer = send();
		assertThat(answer.isProved()).isFalse();
		assertThat(answer.body()).isEmpty();
	}

	@Test
	void getEachMessageTwiceAtMost() {
		signedIn();
		this.says.add(said(401, "Negotiate"));
		signedIn();
		this.says.add(said(401, "Negotiate"));
		assertThat(catchThrowableOfType(SignInFailure.class, this::send).code())
			.isEqualTo("exchange.connection-not-kept");
		assertThat(this.heard).hasSize(8);
	}

	private void signedIn() {
		this.says.addAll(List.of(said(401, "Negotiate"), said(401, CHALLENGE), said(200, null)));
	}

	private void assertRefused(String code, Said... said) {
		this.says.addAll(List.of(said));
		assertThat(catchThrowableOfType(SignInFailure.class, this::send).code()).isEqualTo(code);
		assertThat(this.heard).as("empty requests only").containsOnly("");
		assertThat(this.says).isEmpty();
	}

	private Answer send() throws Exception {
		try (Conversation conversation = TestConversations.open()
			.with(SignInWorld.link(this.server.getAddress().getPort(), new Channel.SealedMessages(),
					SignInWorld.ntlm("FABRIKAM\\petra", "secret")))) {
			return conversation.send("<s:Envelope>secret</s:Envelope>".getBytes(StandardCharsets.US_ASCII),
					Waiting.LIMIT);
		}
	}

	private static Said said(int status, String challenge) {
		return new Said(status, challenge, "");
	}

	private record Said(int status, String challenge, String body) {
	}

}

package io.hybridge.exchange.winrm;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.hybridge.exchange.link.Channel;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.link.WindowsSignIn;
import io.hybridge.exchange.winrm.SignInWorld.Acceptor;
import io.hybridge.exchange.winrm.http.Answer;
import io.hybridge.exchange.winrm.http.Conversation;
import io.hybridge.exchange.winrm.http.Conversations;
import io.hybridge.exchange.winrm.http.TestConversations;
import io.hybridge.exchange.winrm.signin.AlteredMessage;
import io.hybridge.exchange.winrm.signin.SignInFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What a sign-in that belongs to a connection promises, before acceptors that are not
 * ours.
 */
abstract class SignInContract {

	static final Channel SEALED = new Channel.SealedMessages();

	private static final Duration AMPLE = Duration.ofMinutes(1);

	@TempDir
	static Path folder;

	static SignInWorld world;

	static Conversations conversations;

	@BeforeAll
	static void open() throws Exception {
		world = SignInWorld.open(folder);
		conversations = TestConversations.open(folder.resolve("keys"));
	}

	@AfterAll
	static void close() throws Exception {
		if (world != null) {
			world.close();
		}
	}

	abstract WindowsSignIn signIn();

	/** How the server calls whoever it is. */
	abstract String nameThere();

	abstract String codeOfARefusal();

	/** The same account with another password. */
	abstract WindowsSignIn wrongPassword();

	@ParameterizedTest
	@ValueSource(strings = { "", "--space" })
	void sealsMessagesOfEveryLength(String option) throws Exception {
		Acceptor acceptor = option.isEmpty() ? world.acceptor() : world.acceptor(option);
		try (Conversation conversation = to(SignInWorld.link(acceptor.port(), SEALED, signIn()))) {
			for (int length : new int[] { 1, 2, 15, 16, 17, 200, 1000, 8_191, 100_000 }) {
				assertThat(echo(conversation, message(length))).contains("n=\"" + length + "\"");
			}
		}
		assertThat(acceptor.linesWith("signed in")).singleElement().asString().contains(nameThere());
		assertThat(acceptor.linesWith("unsealed")).hasSize(9);
		assertThat(acceptor.linesWith("POST")).allMatch((line) -> isSealedOrEmpty(line));
	}

	private static boolean isSealedOrEmpty(String line) {
		return line.contains("multipart/encrypted") ? line.contains("auth - ") : line.contains(" body 0 ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "sha256", "sha384", "sha512" })
	void bindsTheSignInToTls(String hash) throws Exception {
		Path certificate = world.certificate(SignInWorld.NAME, hash);
		Acceptor acceptor = world.acceptor(SignInWorld.tls(certificate, "strict"));
		try (Conversation conversation = to(
				SignInWorld.link(acceptor.port(), SignInWorld.tlsWith(certificate), signIn()))) {
			assertThat(text(send(conversation, message(1000)))).isEqualTo("<plain n=\"1000\"/>");
		}
		assertThat(acceptor.linesWith("channel_bound")).hasSize(1);
	}

	@Test
	void isRefusedWhereTlsEndsBeforeTheServer() throws Exception {
		Path certificate = world.certificate(SignInWorld.NAME, "sha256");
		Acceptor acceptor = world.acceptor(SignInWorld.tls(certificate, "strict"));
		try (TlsRelay relay = TlsRelay.to(acceptor.port(), world.certificate(SignInWorld.NAME, "sha384"));
				Conversation conversation = to(
						SignInWorld.link(relay.port(), SignInWorld.tlsWith(relay.certificate()), signIn()))) {
			assertThat(failure(conversation).code()).isEqualTo(codeOfARefusal());
		}
		assertThat(acceptor.linesWith("<plain")).isEmpty();
	}

	@Test
	void signsInAnewWhereTheServerClosedTheConnection() throws Exception {
		Acceptor acceptor = world.acceptor("--close-after", "5");
		try (Conversation conversation = to(SignInWorld.link(acceptor.port(), SEALED, signIn()))) {
			for (int length = 1; length <= 12; length++) {
				assertThat(echo(conversation, message(length))).contains("n=\"" + length + "\"");
			}
		}
		assertThat(acceptor.linesWith("signed in")).hasSizeGreaterThan(2);
		assertThat(acceptor.linesWith("unsealed")).as("each once").hasSize(12);
	}

	@Test
	void givesUpWhereTheServerKeepsNoConnection() throws Exception {
		Acceptor acceptor = world.acceptor("--close-after", "1");
		try (Conversation conversation = to(SignInWorld.link(acceptor.port(), SEALED, signIn()))) {
			assertThat(failure(conversation).code()).isEqualTo("exchange.connection-not-kept");
		}
		assertThat(acceptor.linesWith("unsealed")).isEmpty();
	}

	@Test
	void isRefusedWithAWrongPasswordAndAsksOnlyOnce() throws Exception {
		Acceptor acceptor = world.acceptor();
		WinRmLink link = SignInWorld.link(acceptor.port(), SEALED, wrongPassword());
		try (Conversation conversation = to(link)) {
			SignInFailure failure = failure(conversation);
			assertThat(failure.evidence()).doesNotContain("canary");
			assertThat(failure.getMessage() + link).doesNotContain("canary");
			refusedWithAWrongPassword(failure, acceptor);
		}
		assertThat(acceptor.linesWith("signed in")).isEmpty();
	}

	abstract void refusedWithAWrongPassword(SignInFailure failure, Acceptor acceptor);

	/**
	 * Whatever bit of an answer somebody turns: what is read is the server's, or nothing.
	 */
	@Test
	void readsNothingThatWasAlteredOnItsWay() throws Exception {
		Acceptor acceptor = world.acceptor();
		for (int bit : bits()) {
			try (BitRelay relay = new BitRelay(acceptor.port(), false, bit);
					Conversation conversation = to(SignInWorld.link(relay.port(), SEALED, signIn()))) {
				echo(conversation, message(10));
				relay.arm();
				AlteredMessage failure = catchThrowableOfType(AlteredMessage.class,
						() -> conversation.send(message(10), AMPLE));
				assertThat(relay.turned()).as("bit %d", bit).isTrue();
				assertThat(failure).as("bit %d", bit).isNotNull();
				relay.disarm();
				assertThat(echo(conversation, message(11))).as("on a connection of its own").contains("n=\"11\"");
			}
		}
	}

	/** And what it turns of a message is read by nobody on the server either. */
	@Test
	void isReadByNobodyWhenAlteredOnItsWay() throws Exception {
		Acceptor acceptor = world.acceptor();
		for (int bit : bits()) {
			try (BitRelay relay = new BitRelay(acceptor.port(), true, bit);
					Conversation conversation = to(SignInWorld.link(relay.port(), SEALED, signIn()))) {
				relay.arm();
				Answer answer = send(conversation, message(10));
				assertThat(answer.status()).as("bit %d", bit).isEqualTo(400);
				assertThat(answer.isProved()).isFalse();
			}
		}
		assertThat(acceptor.linesWith("unsealed")).isEmpty();
	}

	/**
	 * From the end of a body: the last boundary, the sealed octets, and some of the
	 * signature.
	 */
	private static int[] bits() {
		int boundary = 8 * "--Encrypted Boundary--\r\n".length();
		return IntStream.of(boundary, boundary + 3, boundary + 8 * 9 + 7, boundary + 8 * 10 + 1, boundary + 8 * 14 + 2)
			.toArray();
	}

	static Conversation to(WinRmLink link) {
		return conversations.with(link);
	}

	static SignInFailure failure(Conversation conversation) {
		SignInFailure failure = catchThrowableOfType(SignInFailure.class, () -> conversation.send(message(10), AMPLE));
		assertThat(failure).isNotNull();
		return failure;
	}

	private static String echo(Conversation conversation, byte[] message) throws Exception {
		String echo = text(send(conversation, message));
		String sha = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(message));
		assertThat(echo).contains(sha);
		return echo;
	}

	static Answer send(Conversation conversation, byte[] message) throws Exception {
		return conversation.send(message, AMPLE);
	}

	static String text(Answer answer) {
		return new String(answer.body(), StandardCharsets.UTF_8);
	}

	static byte[] message(int length) {
		String text = "<s:Envelope>--Encrypted Boundary--\r\n".repeat(1 + length / 10);
		return Arrays.copyOf(text.getBytes(StandardCharsets.US_ASCII), length);
	}

}

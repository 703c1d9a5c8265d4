package io.hybridge.exchange.winrm.signin;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SealedMessageTests {

	/** Octets that look like what ends them. */
	private static final Sealed SEALED = new Sealed("0123456789abcdef".getBytes(StandardCharsets.US_ASCII),
			"x\r\n--Encrypted Boundary--\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

	private static final String TYPE = SealedMessage.contentType(Scheme.NEGOTIATE);

	@Test
	void isWrittenAsWindowsReadsIt() {
		Sealed sealed = new Sealed(new byte[] { 'S', 'I', 'G' }, new byte[] { 'd', 'a', 't', 'a' });
		assertThat(new String(SealedMessage.write(Scheme.NEGOTIATE, sealed), StandardCharsets.US_ASCII))
			.isEqualTo("--Encrypted Boundary\r\n\tContent-Type: application/HTTP-SPNEGO-session-encrypted\r\n"
					+ "\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=4\r\n--Encrypted Boundary\r\n"
					+ "\tContent-Type: application/octet-stream\r\n\3\0\0\0SIGdata--Encrypted Boundary--\r\n");
		assertThat(TYPE).isEqualTo("multipart/encrypted;protocol=\"application/HTTP-SPNEGO-session-encrypted\";"
				+ "boundary=\"Encrypted Boundary\"");
	}

	@ParameterizedTest
	@EnumSource(Scheme.class)
	void isReadAsItWasWritten(Scheme scheme) throws AlteredMessage {
		Sealed read = SealedMessage.read(scheme, SealedMessage.contentType(scheme),
				SealedMessage.write(scheme, SEALED));
		assertThat(read.signature()).isEqualTo(SEALED.signature());
		assertThat(read.octets()).isEqualTo(SEALED.octets());
	}

	@Test
	void isReadAsOtherServersWriteIt() throws AlteredMessage {
		byte[] spaced = replaced(written(), "--Encrypted Boundary\r\n\t", "-- Encrypted Boundary\r\n");
		assertThat(SealedMessage.read(Scheme.NEGOTIATE, TYPE, spaced).octets()).isEqualTo(SEALED.octets());
		String type = "Multipart/Encrypted; Boundary=\"Encrypted Boundary\"; protocol=\"application/http-spnego-"
				+ "session-encrypted\"";
		assertThat(SealedMessage.read(Scheme.NEGOTIATE, type, written()).octets()).isEqualTo(SEALED.octets());
	}

	@Test
	void isRefusedWhereverItIsCutOff() {
		byte[] whole = written();
		for (int length = 0; length < whole.length - 2; length++) {
			assertRefused(TYPE, Arrays.copyOf(whole, length));
		}
	}

	/** Whatever octet is another, it is read with its full length or refused. */
	@Test
	void survivesEveryOtherOctet() {
		byte[] whole = written();
		for (int at = 0; at < whole.length; at++) {
			for (int other = 1; other < 256; other++) {
				byte[] altered = whole.clone();
				altered[at] ^= (byte) other;
				assertThat(lengthOf(altered)).as("%d %d", at, other).isIn(-1, SEALED.octets().length);
			}
		}
	}

	private static int lengthOf(byte[] body) {
		try {
			return SealedMessage.read(Scheme.NEGOTIATE, TYPE, body).octets().length;
		}
		catch (AlteredMessage ex) {
			return -1;
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "application/soap+xml;charset=UTF-8", "multipart/encrypted",
			"multipart/mixed;boundary=x",
			"multipart/encrypted;protocol=\"application/HTTP-Kerberos-session-encrypted\";boundary=\"Encrypted Boundary\"",
			"multipart/encrypted;protocol=\"application/HTTP-SPNEGO-session-encrypted\";boundary=\"Other\"" })
	void isRefusedAsAnythingElse(String type) {
		assertRefused(type, written());
	}

	@Test
	void isRefusedWithWhatItDoesNotNeed() {
		byte[] whole = written();
		assertRefused(TYPE, Arrays.copyOf(whole, whole.length + 1));
		assertRefused(TYPE, replaced(whole, "Length=29", "Length=28"));
		assertRefused(TYPE, replaced(whole, "Length=29", "Length=99999999"));
		assertRefused(TYPE, replaced(whole, "Length=29", "Length=-1"));
		assertRefused(TYPE, replaced(whole, "HTTP-SPNEGO", "HTTP-CredSSP"));
		assertRefused(TYPE, replaced(whole, "\20\0\0\0", "\377\377\377\377"));
		assertRefused(TYPE, replaced(whole, "\tOriginalContent", "\tX: y\r\n".repeat(10) + "\tOriginalContent"));
	}

	private static void assertRefused(String type, byte[] body) {
		assertThatExceptionOfType(AlteredMessage.class)
			.isThrownBy(() -> SealedMessage.read(Scheme.NEGOTIATE, type, body));
	}

	private static byte[] written() {
		return SealedMessage.write(Scheme.NEGOTIATE, SEALED);
	}

	private static byte[] replaced(byte[] body, String what, String by) {
		String text = new String(body, StandardCharsets.ISO_8859_1);
		assertThat(text).contains(what);
		return text.replace(what, by).getBytes(StandardCharsets.ISO_8859_1);
	}

}

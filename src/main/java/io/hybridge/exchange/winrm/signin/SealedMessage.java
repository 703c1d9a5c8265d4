package io.hybridge.exchange.winrm.signin;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A sealed message as the body of a request, in the form of MS-WSMV 2.2.9.1: not quite
 * MIME, for there is no empty line, and nothing before the last boundary.
 */
public final class SealedMessage {

	private static final String BOUNDARY = "Encrypted Boundary";

	private SealedMessage() {
	}

	public static String contentType(Scheme scheme) {
		return "multipart/encrypted;protocol=\"" + scheme.protocol() + "\";boundary=\"" + BOUNDARY + "\"";
	}

	public static byte[] write(Scheme scheme, Sealed sealed) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		body.writeBytes(ascii("--" + BOUNDARY + "\r\n\tContent-Type: " + scheme.protocol()
				+ "\r\n\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=" + sealed.octets().length
				+ "\r\n--" + BOUNDARY + "\r\n\tContent-Type: application/octet-stream\r\n"));
		body.writeBytes(
				ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(sealed.signature().length).array());
		body.writeBytes(sealed.signature());
		body.writeBytes(sealed.octets());
		body.writeBytes(ascii("--" + BOUNDARY + "--\r\n"));
		return body.toByteArray();
	}

	/**
	 * Reads one.
	 * @param scheme of the sign-in
	 * @param contentType of the answer
	 * @param body of the answer
	 * @throws AlteredMessage when it is none
	 */
	public static Sealed read(Scheme scheme, String contentType, byte[] body) throws AlteredMessage {
		return new SealedMessageReader(scheme, contentType, body).read();
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}

package io.hybridge.exchange.winrm.signin;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a sealed message from its beginning to its end, so that nothing in the sealed
 * octets is ever taken for a boundary. Accepts what servers were seen to write besides: a
 * space after the dashes, no tabulator before a header.
 */
final class SealedMessageReader {

	private static final Pattern TYPE = Pattern.compile("multipart/encrypted\\s*;.*", Pattern.CASE_INSENSITIVE);

	private static final Pattern LENGTH = Pattern.compile("OriginalContent:.*;\\s*Length=(\\d{1,8})",
			Pattern.CASE_INSENSITIVE);

	private static final int LONGEST_LINE = 500;

	private static final int MOST_LINES = 8;

	private final Scheme scheme;

	private final String contentType;

	private final ByteBuffer body;

	SealedMessageReader(Scheme scheme, String contentType, byte[] body) {
		this.scheme = scheme;
		this.contentType = contentType;
		this.body = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
	}

	Sealed read() throws AlteredMessage {
		demand(TYPE.matcher(this.contentType).matches(), "it is not sealed");
		demand(this.scheme.protocol().equalsIgnoreCase(parameter("protocol")), "it is sealed by another protocol");
		String boundary = parameter("boundary");
		demand(isBoundary(line(), boundary), "it does not begin with the boundary");
		int length = length(boundary);
		demand(line().equalsIgnoreCase("Content-Type: application/octet-stream"), "the sealed octets are missing");
		Sealed sealed = new Sealed(octets(signatureLength()), octets(length));
		demand(isBoundary(rest(), boundary + "--"), "it does not end with the boundary");
		return sealed;
	}

	private String parameter(String name) throws AlteredMessage {
		Matcher value = Pattern
			.compile(";\\s*" + name + "\\s*=\\s*(?:\"([^\"]{1,100})\"|([^\\s;\"]{1,100}))", Pattern.CASE_INSENSITIVE)
			.matcher(this.contentType);
		demand(value.find(), "its type has no " + name);
		return (value.group(1) != null) ? value.group(1) : value.group(2);
	}

	private int length(String boundary) throws AlteredMessage {
		int length = -1;
		boolean named = false;
		for (int lines = 0; lines < MOST_LINES; lines++) {
			String line = line();
			if (isBoundary(line, boundary)) {
				demand(named && length >= 0, "a header is missing");
				return length;
			}
			named |= line.equalsIgnoreCase("Content-Type: " + this.scheme.protocol());
			Matcher original = LENGTH.matcher(line);
			length = original.matches() ? Integer.parseInt(original.group(1)) : length;
		}
		throw new AlteredMessage("it has too many headers");
	}

	private int signatureLength() throws AlteredMessage {
		demand(this.body.remaining() >= 4, "the signature is missing");
		return this.body.getInt();
	}

	private byte[] octets(int length) throws AlteredMessage {
		demand(length >= 0 && length <= this.body.remaining(), "it is shorter than it says");
		byte[] octets = new byte[length];
		this.body.get(octets);
		return octets;
	}

	private String line() throws AlteredMessage {
		StringBuilder line = new StringBuilder();
		while (this.body.hasRemaining() && line.length() < LONGEST_LINE) {
			char character = (char) (this.body.get() & 0xff);
			if (character == '\n') {
				return line.toString().strip();
			}
			line.append(character);
		}
		throw new AlteredMessage("a line has no end");
	}

	private String rest() {
		return new String(this.body.array(), this.body.position(), this.body.remaining(), StandardCharsets.ISO_8859_1)
			.replaceFirst("\r\n$", "");
	}

	private static boolean isBoundary(String line, String boundary) {
		return line.equals("--" + boundary) || line.equals("-- " + boundary);
	}

	private static void demand(boolean met, String otherwise) throws AlteredMessage {
		if (!met) {
			throw new AlteredMessage(otherwise);
		}
	}

}

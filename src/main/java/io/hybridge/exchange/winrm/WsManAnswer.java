package io.hybridge.exchange.winrm;

import java.util.List;

/**
 * What an answer of the server says, whatever the request was; parts that it does not
 * have are null or empty.
 *
 * @param shell identifier of a shell that was created
 * @param command identifier of a command that was started
 * @param pieces of output
 * @param done whether the command has ended
 * @param exitCode of an ended command
 * @param fault what went wrong
 */
record WsManAnswer(String shell, String command, List<Piece> pieces, boolean done, long exitCode, Fault fault) {

	/**
	 * A piece of output; a character may be cut in two between pieces.
	 *
	 * @param stream {@code stdout} or {@code stderr}
	 * @param bytes what was printed
	 */
	record Piece(String stream, byte[] bytes) {
	}

	/**
	 * A refusal or failure in the server's own words.
	 *
	 * @param code number of the WS-Management fault, or 0 when it gave none
	 * @param text localized; for people only
	 */
	record Fault(long code, String text) {
	}

}

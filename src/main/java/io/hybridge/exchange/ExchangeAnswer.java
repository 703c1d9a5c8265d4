package io.hybridge.exchange;

import java.time.Instant;
import java.util.List;

/**
 * What a server answered to a change.
 *
 * @param server that answered, fully qualified
 * @param script name of the script that ran
 * @param sha256 of the script's body
 * @param at moment by the server's clock
 * @param fields the cmdlet's record, in the cmdlet's order; may be empty
 * @param evidence the decoded answer, word for word
 */
public record ExchangeAnswer(String server, String script, String sha256, Instant at, List<Field> fields,
		String evidence) {

	/**
	 * One line of a cmdlet's record.
	 *
	 * @param name property name
	 * @param value its text, empty when it has none
	 */
	public record Field(String name, String value) {
	}

}

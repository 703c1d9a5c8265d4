package io.hybridge.exchange.powershell;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The line in which a script prints its answer. */
public final class AnswerLine {

	private AnswerLine() {
	}

	public static String of(String json) {
		return "#<hybridge>#" + Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8))
				+ "#</hybridge>#";
	}

}

package io.hybridge.exchange.bundle;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a person may bring. */
class BroughtTextTests {

	private static final String GOOD = sealed(
			"{\"bundle\":12,\"nonce\":\"n\",\"list\":\"l\",\"answers\":[{\"number\":1,\"output\":\"o\"}]}");

	@Test
	void isReadWithWhateverStandsAroundItAndHoweverItIsWrapped() {
		String wrapped = GOOD.replaceAll("(.{60})", "$1\r\n");
		assertThat(BroughtText.in("Dear console,\n" + wrapped + "Regards")).singleElement().satisfies((brought) -> {
			assertThat(brought.bundle()).isEqualTo(12);
			assertThat(brought.outputs()).containsEntry(1, "o");
		});
		assertThat(BroughtText.in(GOOD + GOOD)).hasSize(2);
	}

	/** At whichever byte it is cut, and whichever byte is another: it never counts. */
	@Test
	void isRefusedWhereAnyByteIsMissingOrAnother() {
		for (int at = 0; at < GOOD.length(); at++) {
			assertRefused(GOOD.substring(0, at));
			char other = (GOOD.charAt(at) == 'x') ? 'y' : 'x';
			assertRefused(GOOD.substring(0, at) + other + GOOD.substring(at + 1));
		}
		assertRefused(GOOD + GOOD.substring(0, GOOD.length() - 5));
	}

	@Test
	void saysWhatIsWrong() {
		assertThat(reason("")).isEqualTo("bundle.answer.none");
		assertThat(reason(GOOD.substring(0, 50))).isEqualTo("bundle.answer.cut");
		assertThat(reason("#<hybridge-begun>#")).isEqualTo("bundle.answer.not-ended");
		assertThat(reason(sealed("{"))).isEqualTo("bundle.answer.garbled");
		assertThat(reason(sealed("{\"answers\":[{\"number\":1},{\"number\":1}]}"))).isEqualTo("bundle.answer.garbled");
	}

	/** PostgreSQL stores no such character, and no script of ours prints one. */
	@Test
	void isRefusedWithACharacterThatCannotBeStored() {
		for (String json : List.of("{\"nonce\":\"\\u0000\"}", "{\"list\":\"\\u0000\"}",
				"{\"answers\":[{\"number\":1,\"output\":\"a\\u0000\"}]}")) {
			assertThat(reason(sealed(json))).as(json).isEqualTo("bundle.answer.garbled");
		}
	}

	private static void assertRefused(String text) {
		assertThatExceptionOfType(RefusedAnswer.class).as(text).isThrownBy(() -> BroughtText.in(text));
	}

	private static String reason(String text) {
		try {
			BroughtText.in(text);
			return "";
		}
		catch (RefusedAnswer ex) {
			return ex.reason();
		}
	}

	private static String sealed(String json) {
		String payload = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
		return "#<hybridge-answer>#" + payload + "#" + DigestUtils.sha256Hex(payload) + "#</hybridge-answer>#";
	}

}

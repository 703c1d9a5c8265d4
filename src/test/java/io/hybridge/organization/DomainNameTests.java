package io.hybridge.organization;

import java.util.Properties;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.hybridge.organization.DomainReading.Accepted;
import io.hybridge.organization.DomainReading.Note;
import io.hybridge.organization.DomainReading.Refused;
import io.hybridge.organization.DomainReading.Rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DomainNameTests {

	@ParameterizedTest
	@CsvSource({ "fabrikam.com,fabrikam.com", "FABRIKAM.Com,fabrikam.com", "bücher.example,xn--bcher-kva.example",
			"bu\u0308cher.example,xn--bcher-kva.example", "BÜCHER.example,xn--bcher-kva.example",
			"xn--bcher-kva.example,xn--bcher-kva.example", "straße.example,xn--strae-oqa.example",
			"fabrikam\u3002com,fabrikam.com", "fabrikam\uFF0Ecom,fabrikam.com", "a-b.c1.example,a-b.c1.example",
			"ｆabrikam.com,fabrikam.com", "日本語.example,xn--wgv71a119e.example", "1und1.de,1und1.de" })
	void hasOneCanonicalForm(String typed, String canonical) {
		assertThat(accepted(typed).domain()).isEqualTo(new DomainName(canonical));
		assertThat(accepted(typed).notes()).isEmpty();
	}

	@Test
	void isShownAsPeopleWriteIt() {
		assertThat(accepted("xn--bcher-kva.example").shown()).isEqualTo("bücher.example");
		assertThat(accepted("fabrikam.com").shown()).isEqualTo("fabrikam.com");
	}

	@Test
	void leavesOutOneDotAtTheEndAndSaysSo() {
		assertThat(accepted("fabrikam.com.").domain().value()).isEqualTo("fabrikam.com");
		assertThat(accepted("fabrikam.com.").notes()).containsExactly(Note.TRAILING_DOT);
		assertThat(accepted("fabrikam.com\u3002").notes()).containsExactly(Note.TRAILING_DOT);
		assertThat(rule("fabrikam.com..")).isEqualTo(Rule.EMPTY_LABEL);
	}

	@Test
	void warnsOfMixedScriptsButNotOfOneForeignScript() {
		assertThat(accepted("р\u0430ypal.example").notes()).containsExactly(Note.MIXED_SCRIPT);
		assertThat(accepted("пример.example").notes()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "'',EMPTY", "'   ',EMPTY", "fabrikam,SINGLE_LABEL", "localhost,LOCALHOST", "LOCALHOST.,LOCALHOST",
			"app.localhost,LOCALHOST", "fabrikam.com/x,PATH", "fabrikam.com?x=1,PATH", "fabrikam.com#x,PATH",
			"fabrikam.com\\x,PATH", "user@fabrikam.com,MAIL", "https://fabrikam.com,SCHEME", "fabrikam.com:443,PORT",
			"*.fabrikam.com,WILDCARD", "fabri kam.com,SPACE", "192.0.2.1,ADDRESS", "[2001:db8::1],ADDRESS",
			"2001:db8::1,ADDRESS", "0x7f.1,ADDRESS", "127.0x1,ADDRESS", ".fabrikam.com,EMPTY_LABEL",
			"fabrikam..com,EMPTY_LABEL", "-fabrikam.com,HYPHEN", "fabrikam-.com,HYPHEN", "fabri_kam.com,CHARACTER",
			"fab&rikam.com,CHARACTER", "fabrikam%2ecom,CHARACTER", "xn--a.example,PUNYCODE",
			"xn--zzzzzzzzz99.example,PUNYCODE", "fabrikam.com\uFF0Fx,CHARACTER", "user\uFF20fabrikam.com,CHARACTER" })
	void namesTheRuleThatRefuses(String typed, String rule) {

		assertThat(rule(typed)).isEqualTo(Rule.valueOf(rule));
	}

	@ParameterizedTest
	@ValueSource(strings = { "fabrikam.com\n", "fabrikam.com\r\n", "fabri\u0000kam.com", "fabri\u200Bkam.com",
			"fabri\u200Dkam.com", "\u202Efabrikam.com", "fabrikam\u2066.com", "fabri\u00ADkam.com",
			"\uFEFFfabrikam.com", "fabri\uFE0Fkam.com", "fabri\u034Fkam.com", "\u3164.com", "fabrikam.com\u2028",
			"fabrikam\uD800.com" })
	void refusesWhatCannotBeSeen(String typed) {
		assertThat(rule(typed)).isEqualTo(Rule.INVISIBLE);
	}

	@ParameterizedTest
	@ValueSource(strings = { " fabrikam.com", "fabrikam.com ", "fabrikam\u00A0.com", "fabrikam\u3000.com" })
	void refusesSpacesWhereverTheyAre(String typed) {
		assertThat(rule(typed)).isEqualTo(Rule.SPACE);
	}

	@Test
	void countsTheCanonicalForm() {
		String longest = ("a".repeat(49) + ".").repeat(5) + "com";
		assertThat(longest).hasSize(253);
		assertThat(accepted(longest).domain().value()).hasSize(253);
		assertThat(rule("a" + longest)).isEqualTo(Rule.TOO_LONG);
		assertThat(rule("a".repeat(64) + ".com")).isEqualTo(Rule.LABEL_TOO_LONG);
		assertThat(rule("a.".repeat(50_000))).isEqualTo(Rule.TOO_LONG);
		assertThat(rule("ü".repeat(60) + ".com")).isEqualTo(Rule.LABEL_TOO_LONG);
	}

	@Test
	void offersWhatWasProbablyMeant() {
		assertThat(DomainName.parse("user@fabrikam.com")).isEqualTo(new Refused(Rule.MAIL, "fabrikam.com"));
		assertThat(DomainName.parse("contoso")).isEqualTo(new Refused(Rule.SINGLE_LABEL, "contoso.com"));
		assertThat(DomainName.parse("a@b@")).isEqualTo(new Refused(Rule.MAIL, "fabrikam.com"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "fabrikam", "Fabrikam.com", "fabrikam.com.", "bücher.example", "fabrikam.com/x",
			"-a.com", "a.com\n", "127.0.0.1", "a_b.com" })
	void refusesToBeMadeOfAnythingElse(String value) {
		assertThatIllegalArgumentException().isThrownBy(() -> new DomainName(value));
	}

	@Test
	void neverThrowsAndAcceptsNothingThatItWouldNotAcceptAgain() {
		RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(53786);
		String alphabet = "ab1.-xn--@/:*_ %&#?ü\u00DF\u3002\u0430\u200D\u202E\u0308日İΣ\uD800\uDC00\n\0";
		int accepted = 0;
		for (int i = 0; i < 20_000; i++) {
			StringBuilder typed = new StringBuilder();
			for (int j = random.nextInt(1, 14); j > 0; j--) {
				typed.append(alphabet.charAt(random.nextInt(random.nextBoolean() ? alphabet.length() : 6)));
			}
			if (DomainName.parse(typed.toString()) instanceof Accepted first) {
				accepted++;
				assertThat(accepted(first.domain().value()).domain()).isEqualTo(first.domain());
				assertThat(accepted(first.shown()).domain()).isEqualTo(first.domain());
			}
		}
		assertThat(accepted).isGreaterThan(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "_de" })
	void everyRuleAndNoteHasItsMessage(String language) throws Exception {
		Properties messages = new Properties();
		messages.load(getClass().getResourceAsStream("/messages/organization" + language + ".properties"));
		for (Rule rule : Rule.values()) {
			assertThat(messages.getProperty(rule.code())).as(rule.code()).contains("{0}");
		}
		for (Note note : Note.values()) {
			assertThat(messages).containsKey(note.code());
		}
	}

	private static Accepted accepted(String typed) {
		assertThat(DomainName.parse(typed)).isInstanceOf(Accepted.class);
		return (Accepted) DomainName.parse(typed);
	}

	private static Rule rule(String typed) {
		assertThat(DomainName.parse(typed)).isInstanceOf(Refused.class);
		return ((Refused) DomainName.parse(typed)).rule();
	}

}

package io.hybridge.step.observation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.hybridge.exchange.PushProxy;
import io.hybridge.exchange.PushProxy.Entry;
import io.hybridge.exchange.PushProxy.Shown;
import io.hybridge.exchange.PushProxy.Stamp;

import static org.assertj.core.api.Assertions.assertThat;

/** Every combination of what a look, the directory and our own answer say. */
class ProxyKnowledgeTests {

	private static final Instant THEN = Instant.parse("2026-11-24T08:00:00Z");

	/**
	 * The look: {@code on} or {@code off} with a domain, or none. The directory: the date
	 * of our answer, a later one, that of another domain controller, or none. Ours: how
	 * our answer left it.
	 */
	@ParameterizedTest(name = "look {0}, directory {1}, ours {2}: {3}")
	@CsvSource(textBlock = """
			off,          same,    none,         Disabled
			off,          later,   on fabrikam,  Disabled
			off,          none,    on fabrikam,  Disabled
			off,          same,    on fabrikam,  Disabled
			on fabrikam,  same,    none,         Claimed fabrikam
			on fabrikam,  none,    none,         Claimed fabrikam
			on fabrikam,  same,    on fabrikam,  Enabled fabrikam
			on fabrikam,  later,   on fabrikam,  Claimed fabrikam
			on fabrikam,  other,   on fabrikam,  LeftByUs on fabrikam
			on fabrikam,  missing, on fabrikam,  LeftByUs on fabrikam
			on fabrikam,  none,    on fabrikam,  LeftByUs on fabrikam
			on fabrikam,  same,    off fabrikam, Disabled
			on fabrikam,  later,   off fabrikam, Claimed fabrikam
			on fabrikam,  none,    off fabrikam, LeftByUs off fabrikam
			on contoso,   same,    on fabrikam,  Claimed contoso
			on contoso,   none,    on fabrikam,  Claimed contoso
			on contoso,   same,    none,         Claimed contoso
			on,           same,    none,         Claimed
			none,         same,    none,         Hidden
			none,         none,    none,         Hidden
			none,         missing, none,         Hidden
			none,         same,    on fabrikam,  Enabled fabrikam
			none,         same,    on contoso,   Enabled contoso
			none,         same,    off fabrikam, Disabled
			none,         later,   on fabrikam,  Hidden
			none,         later,   off fabrikam, Hidden
			none,         other,   on fabrikam,  LeftByUs on fabrikam
			none,         missing, on fabrikam,  LeftByUs on fabrikam
			none,         none,    on fabrikam,  LeftByUs on fabrikam
			none,         none,    off fabrikam, LeftByUs off fabrikam""")
	void isKnownOnlyAsFarAsTheSourcesProveIt(String look, String directory, String ours, String known) {
		assertThat(words(ProxyKnowledge.of(new PushProxy(shown(look), "", entry(directory)), answer(ours))))
			.isEqualTo(known);
	}

	private static Optional<Shown> shown(String look) {
		return look.equals("none") ? Optional.empty()
				: Optional.of(new Shown(look.startsWith("on"), domain(look), "", List.of()));
	}

	private static Optional<ProxyAnswer> answer(String ours) {
		Set<Stamp> stamps = Set.of(new Stamp("DC1.fabrikam.com", THEN.plusMillis(400)));
		return ours.equals("none") ? Optional.empty()
				: Optional.of(new ProxyAnswer(ours.startsWith("on"), domain(ours), stamps, false));
	}

	private static Entry entry(String directory) {
		return switch (directory) {
			case "same" -> found("dc1.fabrikam.com", THEN);
			case "later" -> found("dc1.fabrikam.com", THEN.plusSeconds(1));
			case "other" -> found("dc2.fabrikam.com", THEN.plusSeconds(7));
			case "missing" -> new Entry.Missing("There is no such object on the server.");
			default -> new Entry.Unreadable("Access is denied.");
		};
	}

	private static Entry found(String domainController, Instant changed) {
		return new Entry.Found(THEN.minusSeconds(999), new Stamp(domainController, changed));
	}

	private static String domain(String words) {
		return words.contains(" ") ? words.substring(words.indexOf(' ') + 1) : "";
	}

	private static String words(ProxyKnowledge known) {
		return switch (known) {
			case ProxyKnowledge.Enabled(String organization) -> "Enabled " + organization;
			case ProxyKnowledge.Disabled(String organization) -> "Disabled";
			case ProxyKnowledge.LeftByUs(boolean enabled, String organization) ->
				"LeftByUs " + (enabled ? "on " : "off ") + organization;
			case ProxyKnowledge.Claimed(String organization) -> ("Claimed " + organization).trim();
			case ProxyKnowledge.Hidden() -> "Hidden";
		};
	}

}

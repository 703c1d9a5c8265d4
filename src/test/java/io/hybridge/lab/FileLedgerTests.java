package io.hybridge.lab;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class FileLedgerTests {

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T14:05:02Z"), ZoneOffset.UTC);

	@TempDir
	private Path path;

	@Test
	void keepsEffectsAndAnswersOverARestart() {
		try (FileLedger ledger = open()) {
			ledger.append("exchange", "AuthServerSet", Map.of("name", "MicrosoftSts\n\"ü"));
			ledger.append("tenant", "KeysReplaced", Map.of());
			ledger.answered(1, Delivery.LOST);
		}
		try (FileLedger ledger = open()) {
			assertThat(ledger.effects()).hasSize(2);
			assertThat(ledger.effects().get(0).values()).containsEntry("name", "MicrosoftSts\n\"ü");
			assertThat(ledger.effects()).extracting(Ledger.Effect::answer).containsExactly("lost", "");
			assertThat(ledger.append("tenant", "More", Map.of()).sequence()).isEqualTo(3);
		}
	}

	@Test
	void cutsOffALineThatACrashTore() throws Exception {
		try (FileLedger ledger = open()) {
			ledger.append("tenant", "First", Map.of());
		}
		Files.writeString(this.path.resolve("ledger.jsonl"), "{\"sequence\":2,\"at\":\"20", StandardCharsets.UTF_8,
				StandardOpenOption.APPEND);
		try (FileLedger ledger = open()) {
			assertThat(ledger.effects()).extracting(Ledger.Effect::kind).containsExactly("First");
			ledger.append("tenant", "Second", Map.of());
		}
		try (FileLedger ledger = open()) {
			assertThat(ledger.effects()).extracting(Ledger.Effect::kind).containsExactly("First", "Second");
		}
	}

	@Test
	void refusesALineThatIsDamagedInTheMiddle() throws Exception {
		Files.writeString(this.path.resolve("ledger.jsonl"), "nonsense\n");
		assertThatIllegalStateException().isThrownBy(this::open).withMessageContaining("damaged");
	}

	@Test
	void staysOpenWhenAWriterWasInterrupted() {
		try (FileLedger ledger = open()) {
			Thread.currentThread().interrupt();
			ledger.append("exchange", "First", Map.of());
			assertThat(Thread.interrupted()).isTrue();
			assertThat(ledger.append("exchange", "Second", Map.of()).sequence()).isEqualTo(2);
		}
	}

	@Test
	void movesEarlierEffectsAsideWhenItBeginsAnew() throws Exception {
		try (FileLedger ledger = open()) {
			for (int round = 0; round < 3; round++) {
				ledger.append("tenant", "Round" + round, Map.of());
				ledger.restart();
				assertThat(ledger.effects()).isEmpty();
			}
		}
		try (var files = Files.list(this.path)) {
			assertThat(files.filter((file) -> file.getFileName().toString().startsWith("ledger-"))).hasSize(3);
		}
	}

	private FileLedger open() {
		return FileLedger.in(LabFolder.at(this.path), CLOCK);
	}

}

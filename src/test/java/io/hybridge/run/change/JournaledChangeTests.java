package io.hybridge.run.change;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.util.ReflectionTestUtils;

import io.hybridge.organization.DomainName;
import io.hybridge.step.change.EnablePushProxy;
import io.hybridge.support.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** What the journal knows of a change, and what its row allows. */
class JournaledChangeTests {

	private static final Instant NOW = MutableClock.START;

	private final ChangeJournalEntry entry = new ChangeJournalEntry(1, 0,
			ChangeJson.write(new EnablePushProxy("", new DomainName("fabrikam.com"))));

	JournaledChangeTests() {
		ReflectionTestUtils.setField(this.entry, "id", 5L);
	}

	@Test
	void isUntouchedUntilItIsSent() {
		assertThat(this.entry.journaled().touched()).isFalse();
		this.entry.intend(NOW, NOW.plusSeconds(60), Optional.empty());
		assertThat(this.entry.journaled().touched()).isTrue();
		assertThat(this.entry.journaled().attempts())
			.isEqualTo(new JournaledChange.Attempts(1, 0, NOW, NOW.plusSeconds(60)));
	}

	@Test
	void staysTouchedWhileItIsAskedToWait() {
		this.entry.intend(NOW, NOW.plusSeconds(60), Optional.empty());
		this.entry.waitUntil(NOW.plusSeconds(300), "429");
		assertThat(this.entry.journaled().state()).isEqualTo(ChangeState.WAITING);
		assertThat(this.entry.journaled().touched()).isTrue();
	}

	@Test
	void restsUntilItsNextMoment() {
		assertThat(this.entry.journaled().restsAt(NOW)).isFalse();
		this.entry.unknownUntil(NOW.plusSeconds(3), "");
		assertThat(this.entry.journaled().restsAt(NOW)).isTrue();
		assertThat(this.entry.journaled().restsAt(NOW.plusSeconds(3))).isFalse();
	}

	@Test
	void missesTheAnswerOfTheNewestAttempt() {
		this.entry.intend(NOW, NOW, Optional.empty());
		assertThat(this.entry.journaled().answerMissing()).isTrue();
		this.entry.answered(ChangeJson.write(List.of()), "", "{}");
		assertThat(this.entry.journaled().answerMissing()).as("an answer without a record is an answer").isFalse();
		this.entry.intend(NOW, NOW, Optional.empty());
		assertThat(this.entry.journaled().answerMissing()).isTrue();
	}

	@Test
	void countsTheLooksSinceTheNewestAttempt() {
		this.entry.intend(NOW, NOW, Optional.empty());
		this.entry.unknownUntil(NOW, "");
		this.entry.unknownUntil(NOW, "");
		assertThat(this.entry.journaled().attempts().looks()).isEqualTo(2);
		this.entry.intend(NOW, NOW, Optional.empty());
		assertThat(this.entry.journaled().attempts().looks()).isZero();
		assertThat(this.entry.journaled().nextAt()).isNull();
	}

	@Test
	void keepsTheWordsOfTheFailureWhenALookSaysNothing() {
		this.entry.unknownUntil(NOW, "connection reset");
		this.entry.unknownUntil(NOW, "");
		this.entry.unknownUntil(NOW, null);
		assertThat(this.entry.journaled().evidence().text()).isEqualTo("connection reset");
	}

	@Test
	void namesEachAttemptAnew() {
		this.entry.intend(NOW, NOW, Optional.empty());
		assertThat(this.entry.journaled().pair()).isEqualTo("change-5-1");
		this.entry.intend(NOW, NOW, Optional.empty());
		assertThat(this.entry.journaled().pair()).isEqualTo("change-5-2");
	}

	@ParameterizedTest
	@EnumSource(names = { "DONE", "NOT_DONE", "CONFLICT" })
	void isNeverSentOnceItIsDecided(ChangeState outcome) {
		this.entry.decide(outcome, "fabrikam.com", NOW);
		assertThatIllegalStateException().isThrownBy(() -> this.entry.intend(NOW, NOW, Optional.empty()))
			.withMessageContaining("is decided");
		assertThat(this.entry.journaled().state()).isEqualTo(outcome);
		assertThat(this.entry.journaled().attempts().sent()).isZero();
	}

	@ParameterizedTest
	@EnumSource
	void leavesSomethingToDoWhileItIsOpen(ChangeState state) {
		boolean decided = switch (state) {
			case WAITING, SENT, UNKNOWN -> false;
			case DONE, ALREADY_SO, NOT_DONE, CONFLICT -> true;
		};
		assertThat(state.open()).isNotEqualTo(decided);
	}

}

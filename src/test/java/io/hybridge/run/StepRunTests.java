package io.hybridge.run;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.util.ReflectionTestUtils;

import io.hybridge.audit.AuditActor;
import io.hybridge.organization.OrganizationId;
import io.hybridge.step.StepName;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class StepRunTests {

	private static final Instant ASKED = Instant.parse("2026-11-24T13:05:12Z");

	private static final Instant BEGUN = ASKED.plusSeconds(1);

	private static final Instant LATER = ASKED.plus(Duration.ofMinutes(5));

	private final StepRun run = new StepRun(new OrganizationId(3), StepName.OAUTH, RunKind.APPLY,
			AuditActor.person(7, "Petra Kern", null), ASKED);

	@Test
	void waitsUntilItBegins() {
		assertThat(this.run.state()).isEqualTo(RunState.QUEUED);
		assertThat(this.run.startedAt()).isNull();
		assertThat(this.run.endedAt()).isNull();
	}

	@Test
	void keepsTheMomentOfItsFirstBeginning() {
		this.run.begin(BEGUN);
		this.run.pause(RunState.RUNNING, LATER);
		assertThat(this.run.nextAt()).isEqualTo(LATER);
		this.run.begin(LATER);
		assertThat(this.run.startedAt()).isEqualTo(BEGUN);
		assertThat(this.run.nextAt()).isNull();
		assertThat(this.run.state()).isEqualTo(RunState.RUNNING);
	}

	@Test
	void isUnknownUntilSomethingIsKnown() {
		this.run.begin(BEGUN);
		this.run.pause(RunState.UNKNOWN, LATER);
		this.run.begin(LATER);
		assertThat(this.run.state()).isEqualTo(RunState.UNKNOWN);
		this.run.goOn();
		assertThat(this.run.state()).isEqualTo(RunState.RUNNING);
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "QUEUED", "RUNNING", "UNKNOWN", "PARKED" })
	void endsInAStateThatIsAnEnd(RunState end) {
		this.run.begin(BEGUN);
		this.run.pause(RunState.UNKNOWN, LATER);
		this.run.end(end, LATER);
		assertThat(this.run.state()).isEqualTo(end);
		assertThat(this.run.endedAt()).isEqualTo(LATER);
		assertThat(this.run.nextAt()).as("nothing is left to wait for").isNull();
	}

	@ParameterizedTest
	@EnumSource(names = { "QUEUED", "RUNNING", "UNKNOWN", "PARKED" })
	void endsInNoOtherState(RunState state) {
		this.run.begin(BEGUN);
		assertThatIllegalArgumentException().isThrownBy(() -> this.run.end(state, LATER));
		assertThat(this.run.state()).isEqualTo(RunState.RUNNING);
		assertThat(this.run.endedAt()).isNull();
	}

	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = { "RUNNING", "UNKNOWN", "PARKED" })
	void pausesOnlyWhileItRunsOrIsUnknown(RunState state) {
		this.run.begin(BEGUN);
		assertThatIllegalArgumentException().isThrownBy(() -> this.run.pause(state, LATER));
		assertThat(this.run.state()).isEqualTo(RunState.RUNNING);
	}

	@ParameterizedTest
	@MethodSource("whatComesTooLate")
	void staysAsItEnded(Consumer<StepRun> late) {
		this.run.begin(BEGUN);
		this.run.end(RunState.CONFLICT, BEGUN);
		assertThatIllegalStateException().isThrownBy(() -> late.accept(this.run)).withMessageContaining("has ended");
		assertThat(this.run.state()).isEqualTo(RunState.CONFLICT);
		assertThat(this.run.endedAt()).isEqualTo(BEGUN);
		assertThat(this.run.nextAt()).isNull();
	}

	static Stream<Consumer<StepRun>> whatComesTooLate() {
		return Stream.of((run) -> run.begin(LATER), (run) -> run.pause(RunState.RUNNING, LATER),
				(run) -> run.pause(RunState.UNKNOWN, LATER), (run) -> run.end(RunState.DONE, LATER), StepRun::goOn);
	}

	@Test
	void saysWhatItWasAskedHoweverItStands() {
		ReflectionTestUtils.setField(this.run, "id", 11L);
		this.run.applying(5, "Change 4711").choosing("AB12").from("10.20.4.17");
		RunRequest asked = this.run.request();
		assertThat(asked).isEqualTo(new RunRequest(11, new OrganizationId(3), StepName.OAUTH, RunKind.APPLY,
				AuditActor.person(7, "Petra Kern", null), 5L, "AB12", "Change 4711", "10.20.4.17"));
		this.run.begin(BEGUN);
		this.run.end(RunState.DONE, LATER);
		assertThat(this.run.request()).isEqualTo(asked);
	}

	@ParameterizedTest
	@EnumSource(names = { "CHECK", "CHECK_UNDO" })
	void aCheckChangesNothing(RunKind kind) {
		assertThat(kind.changes()).isFalse();
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = { "CHECK", "CHECK_UNDO" })
	void everyOtherRunMayChangeTheOrganization(RunKind kind) {
		assertThat(kind.changes()).isTrue();
	}

}

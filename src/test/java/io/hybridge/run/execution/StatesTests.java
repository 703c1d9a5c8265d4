package io.hybridge.run.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import io.hybridge.support.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks all states that a step and its runs can come to, asks every page what it says of
 * each, and compares what they say. The result is {@code docs/states.md}.
 */
@ApplicationTest
@Import({ StateWorld.class, SaidPages.class })
@TestPropertySource(
		properties = { "db-scheduler.polling-interval=1h", "db-scheduler.immediate-execution-enabled=false" })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatesTests {

	private static final Path PAGE = Path.of("docs/states.md");

	@Autowired
	StateWorld world;

	@Autowired
	SaidPages pages;

	@Autowired
	JdbcClient jdbc;

	private final Map<State, Said> said = new LinkedHashMap<>();

	@BeforeAll
	void walk() throws Exception {
		for (State state : State.all()) {
			this.world.begin();
			state.walk().accept(this.world);
			this.said.put(state, this.pages.of(this.world, state.step()));
		}
	}

	@Test
	void everyPageSaysTheSameOfEveryState() {
		List<String> contradictions = new ArrayList<>();
		this.said.forEach((state, said) -> Agreement.contradictions(state, said)
			.forEach((contradiction) -> contradictions.add(state.name() + ": " + contradiction)));
		assertThat(contradictions).isEmpty();
	}

	@Test
	void aPageThatSaysSomethingElseIsFound() throws Exception {
		State state = State.all()
			.stream()
			.filter((each) -> each.name().equals("OAuth: a change is proposed"))
			.findFirst()
			.orElseThrow();
		this.world.begin();
		state.walk().accept(this.world);
		this.jdbc.sql("update step_status set state = 'CONFLICT' where step = 'OAUTH'").update();
		assertThat(Agreement.contradictions(state, this.pages.of(this.world, state.step())))
			.as("the dashboard reads what was kept")
			.anyMatch((contradiction) -> contradiction.startsWith("dashboard"));
	}

	@Test
	void thePaperIsWhatThePagesSay() throws IOException {
		String paper = StatesPaper.of(this.said);
		if (Boolean.getBoolean("states.write")) {
			Files.writeString(PAGE, paper);
		}
		assertThat(Files.readString(PAGE))
			.as("write docs/states.md again: mvn -o test -Dtest=StatesTests -Dstates.write=true")
			.isEqualTo(paper);
	}

}

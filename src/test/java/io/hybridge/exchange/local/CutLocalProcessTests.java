package io.hybridge.exchange.local;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.hybridge.exchange.link.LocalLink;
import io.hybridge.exchange.powershell.AnswerLine;
import io.hybridge.exchange.powershell.CutCalls;
import io.hybridge.exchange.powershell.CutCalls.Told;
import io.hybridge.exchange.powershell.StandIn;

import static org.assertj.core.api.Assertions.assertThat;

/** A process that is ended after each byte it can print. */
class CutLocalProcessTests {

	private static final String ANSWER = AnswerLine.of("{\"ok\":true}");

	private final CutCalls calls = new CutCalls();

	@TempDir
	private Path folder;

	@Test
	void isDoneOnlyWithItsWholeAnswer() throws Exception {
		CutCalls.each(LongStream.rangeClosed(0, ANSWER.length()).boxed().toList(), this::endAfter);
		assertThat(this.calls.words()).containsExactlyInAnyOrder(Told.DONE, Told.UNKNOWN);
	}

	/** Each with a program of its own, which knows after which byte it ends. */
	private void endAfter(long bytes) throws Exception {
		String name = "printed-" + bytes;
		try (StandIn standIn = new StandIn(Files.createDirectory(this.folder.resolve(name)))) {
			standIn.prints(ANSWER, "");
			standIn.does("dies after " + bytes);
			Told told = this.calls.run(TestLocal.transports(standIn.program()).to(new LocalLink("ex1.fabrikam.com")),
					"ex1.fabrikam.com", name);
			assertThat(standIn.arguments()).hasSize(1);
			assertThat(told)
				.isEqualTo((bytes < ANSWER.getBytes(StandardCharsets.US_ASCII).length) ? Told.UNKNOWN : Told.DONE);
		}
	}

}

package io.hybridge.exchange.powershell;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.remote.RemoteFailure;
import io.hybridge.remote.RemoteFailure.Effect;
import io.hybridge.support.Faults;
import io.hybridge.support.Waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What every transport promises, whatever it travels on. */
public abstract class TransportContract {

	protected static final Duration AMPLE = Waiting.LIMIT;

	/**
	 * The transport to test.
	 * @return the transport
	 */
	protected abstract Transport transport();

	/**
	 * The far end of it.
	 * @return what the test may do there
	 */
	protected abstract FarEnd farEnd();

	/**
	 * What a far end says that lets nobody in.
	 * @return the code of the failure
	 */
	protected String refusal() {
		return "exchange.access-denied";
	}

	@Test
	void bringsTheAnswerAndKeepsTheRestAsDiagnostics() {
		farEnd().answers("{\"ok\":true,\"data\":\"Größe ’x’\"}");
		ScriptAnswer answer = transport().run(call("Get-HybridState", Map.of("scope", "organization"), AMPLE));
		assertThat(answer.json()).isEqualTo("{\"ok\":true,\"data\":\"Größe ’x’\"}");
		assertThat(answer.diagnostics()).contains("noise before", "a warning").doesNotContain("#<hybridge>#");
	}

	@Test
	void carriesEveryCharacterUnchanged() {
		Map<String, Object> arguments = new LinkedHashMap<>();
		StringBuilder characters = new StringBuilder();
		for (char character = 0; character < Character.MAX_VALUE; character++) {
			if (!Character.isSurrogate(character)) {
				characters.append(character);
			}
		}
		arguments.put("everything", characters.append("\uD83D\uDD14").toString());
		arguments.put("quotes", "'\"\u2018\u2019\u201A\u201B\u201C\u201D\u201E`$(exit 1);#<hybridge>#\r\n%PATH%&|^");
		transport().run(call("Set-AuthServer", arguments, AMPLE));
		assertThat(farEnd().arguments()).containsExactly(JsonMapper.shared().writeValueAsString(arguments));
	}

	@Test
	void carriesALargeAnswer() {
		String json = "{\"data\":\"" + "ä€\uD83D\uDD14".repeat(70_000) + "\"}";
		farEnd().answers(json);
		assertThat(transport().run(call("Get-HybridState", Map.of(), AMPLE)).json()).isEqualTo(json);
	}

	@Test
	@Faults("F14")
	void stopsListeningToEndlessOutput() {
		farEnd().prints("x".repeat(3 << 20), "");
		RemoteFailure failure = failure(call("Set-AuthServer", Map.of(), AMPLE));
		assertThat(failure.code()).isEqualTo("exchange.too-much-output");
		assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
	}

	@Test
	@Timeout(value = Waiting.MINUTES, unit = TimeUnit.MINUTES)
	@Faults("F2")
	void endsTheScriptAtTheDeadline() throws Exception {
		farEnd().hangs();
		RemoteFailure failure = failureAtTheDeadline("Set-AuthServer");
		assertThat(failure.code()).isEqualTo("exchange.deadline");
		assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
		assertThat(farEnd().wasEnded(AMPLE)).isTrue();
	}

	/** The control: nothing but the deadline ends such a script. */
	@Test
	void waitsForTheScriptWhileTheDeadlineIsFar() throws Exception {
		farEnd().hangs();
		RemoteFailure failure = failureOnceInterrupted("Set-AuthServer", () -> !farEnd().arguments().isEmpty());
		assertThat(failure.code()).isEqualTo("exchange.interrupted");
		assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
		assertThat(farEnd().wasEnded(AMPLE)).isTrue();
	}

	@Test
	void saysThatAnEffectIsPossibleWhenTheAnswerIsLost() {
		farEnd().losesTheAnswerOf("Set-AuthServer");
		RemoteFailure failure = failure(call("Set-AuthServer", Map.of(), AMPLE));
		assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
		assertThat(farEnd().arguments()).as("never repeated").hasSize(1);
	}

	@Test
	void saysThatNothingHappenedWhenAccessIsRefused() {
		farEnd().refuses("Set-AuthServer");
		RemoteFailure failure = failure(call("Set-AuthServer", Map.of(), AMPLE));
		assertThat(failure.code()).isEqualTo(refusal());
		assertThat(failure.effect()).isEqualTo(Effect.NONE);
		assertThat(farEnd().arguments()).isEmpty();
	}

	@Test
	void showsWhatWasPrintedInsteadOfAnAnswer() {
		farEnd().prints("", "powershell.exe : Die Datei wurde nicht gefunden");
		RemoteFailure failure = failure(call("Set-AuthServer", Map.of(), AMPLE));
		assertThat(failure.code()).isEqualTo("exchange.no-result");
		assertThat(failure.effect()).isEqualTo(Effect.POSSIBLE);
		assertThat(failure.evidence()).contains("Die Datei wurde nicht gefunden");
	}

	protected final RemoteFailure failure(ScriptCall call) {
		return catchThrowableOfType(RemoteFailure.class, () -> transport().run(call));
	}

	/** Gives a script longer and longer, until it has begun when its time is up. */
	protected final RemoteFailure failureAtTheDeadline(String script) {
		Duration deadline = Duration.ofSeconds(1);
		RemoteFailure failure = failure(call(script, Map.of(), deadline));
		while (farEnd().arguments().isEmpty()) {
			deadline = deadline.multipliedBy(2);
			failure = failure(call(script, Map.of(), deadline));
		}
		return failure;
	}

	/** Gives a script all the time it wants, and interrupts it where it waits. */
	protected final RemoteFailure failureOnceInterrupted(String script, Callable<Boolean> waits) throws Exception {
		FutureTask<RemoteFailure> call = new FutureTask<>(() -> failure(call(script, Map.of(), AMPLE)));
		Thread caller = Thread.ofVirtual().start(call);
		Waiting.await().until(waits);
		caller.interrupt();
		return call.get(AMPLE.toSeconds(), TimeUnit.SECONDS);
	}

	protected final ScriptCall call(String script, Map<String, Object> arguments, Duration deadline) {
		return new ScriptCall(farEnd().server(), ScriptCatalog.load().script(script), arguments, deadline);
	}

	/** The other side of a transport, in the hands of a test. */
	public interface FarEnd {

		String server();

		void answers(String json);

		void prints(String output, String errors);

		void hangs();

		boolean wasEnded(Duration longest) throws InterruptedException;

		void losesTheAnswerOf(String script);

		void refuses(String script);

		List<String> arguments();

	}

}

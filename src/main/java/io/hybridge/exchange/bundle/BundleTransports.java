package io.hybridge.exchange.bundle;

import org.springframework.stereotype.Component;

import io.hybridge.exchange.AnswerAwaited;
import io.hybridge.exchange.link.BundleLink;
import io.hybridge.exchange.powershell.Errand;
import io.hybridge.exchange.powershell.ScriptAnswer;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.Transport;
import io.hybridge.remote.RemoteFailure;

/** Answers calls from what was brought, and asks for what was not. */
@Component
public class BundleTransports {

	private final BroughtAnswers answers;

	private final BundleProperties properties;

	BundleTransports(BroughtAnswers answers, BundleProperties properties) {
		this.answers = answers;
		this.properties = properties;
	}

	/** A transport to a server; reaches nobody. */
	public Transport to(BundleLink link) {
		return this::run;
	}

	private ScriptAnswer run(ScriptCall call) {
		Errand errand = Errand.current()
			.orElseThrow(() -> RemoteFailure.withoutEffect(call.server(), "exchange.bundle-only", ""));
		return switch (this.answers.to(errand.group(), call)) {
			case BroughtAnswers.Answered(String output) -> ScriptAnswer.in(output, "")
				.orElseThrow(() -> RemoteFailure.of(call.server(), effect(call), "exchange.no-result", ""));
			case BroughtAnswers.Discarded() ->
				throw RemoteFailure.of(call.server(), effect(call), "exchange.bundle-discarded", "");
			case BroughtAnswers.Missing() -> {
				errand.miss(call);
				throw new AnswerAwaited(call.server(), this.properties.validity());
			}
		};
	}

	private static RemoteFailure.Effect effect(ScriptCall call) {
		return call.script().changes() ? RemoteFailure.Effect.POSSIBLE : RemoteFailure.Effect.NONE;
	}

}

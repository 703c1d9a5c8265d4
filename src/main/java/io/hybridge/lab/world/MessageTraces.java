package io.hybridge.lab.world;

import java.time.Instant;
import java.util.List;

import io.hybridge.lab.Ledger.Effect;
import io.hybridge.lab.world.LabView.MessageTrace;

/** Follows the last test message through the ledger. */
final class MessageTraces {

	static final String SENT = "MessageSent";

	static final String ENDED = "MessageEnded";

	private MessageTraces() {
	}

	static MessageTrace last(List<Effect> effects) {
		int start = effects.size() - 1;
		while (start >= 0 && !SENT.equals(effects.get(start).kind())) {
			start--;
		}
		return (start < 0) ? null : trace(effects.get(start).at(), effects.subList(start, effects.size()));
	}

	private static MessageTrace trace(Instant at, List<Effect> effects) {
		String server = "";
		String signedWith = "";
		boolean issued = false;
		boolean accepted = false;
		int badge = 0;
		for (Effect effect : effects) {
			switch (effect.kind()) {
				case "AssertionSigned" -> {
					server = effect.values().getOrDefault("name", "");
					signedWith = effect.values().getOrDefault("thumbprint", "");
				}
				case "TokenIssued" -> issued = true;
				case "PushAccepted" -> accepted = true;
				case "BadgeRaised" -> badge = Integer.parseInt(effect.values().get("badge"));
				case ENDED -> {
					return new MessageTrace(at, server.isEmpty() ? effect.values().get("server") : server, signedWith,
							issued, accepted, badge, effect.values().get("error"));
				}
				default -> {
				}
			}
		}
		return new MessageTrace(at, server, signedWith, issued, accepted, badge, "");
	}

}

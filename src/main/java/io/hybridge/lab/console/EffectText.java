package io.hybridge.lab.console;

import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import io.hybridge.certificate.Thumbprint;
import io.hybridge.lab.Ledger.Effect;

/** Says the effects of the lab's ledger in the reader's language. */
@Component("labEffects")
class EffectText {

	private final MessageSource messages;

	EffectText(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * One effect as a sentence.
	 * @param effect what happened
	 * @return the text, to be escaped like any other
	 */
	public String of(Effect effect) {
		Map<String, String> values = effect.values();
		Object[] arguments = { first(values, "name", "server", "organization", "mailbox", "code", "reason"),
				first(values, "build", "thumbprint", "metadataUrl", "error", "badge"), brief(values.get("added")),
				brief(values.get("removed")), Integer.parseInt(values.getOrDefault("count", "0")),
				first(values, "scenario", "scenario") };
		return this.messages.getMessage("lab.effect." + kind(effect), arguments, effect.kind(),
				LocaleContextHolder.getLocale());
	}

	private static String kind(Effect effect) {
		if ("KeysReplaced".equals(effect.kind())) {
			boolean added = !effect.values().getOrDefault("added", "").isEmpty();
			boolean removed = !effect.values().getOrDefault("removed", "").isEmpty();
			return effect.kind()
					+ (added ? (removed ? ".exchanged" : ".added") : (removed ? ".removed" : ".unchanged"));
		}
		return effect.kind() + ("MessageEnded".equals(effect.kind()) ? "." + effect.values().get("succeeded") : "");
	}

	private static String first(Map<String, String> values, String... names) {
		for (String name : names) {
			if (!values.getOrDefault(name, "").isEmpty()) {
				return brief(values.get(name));
			}
		}
		return "";
	}

	private static String brief(String value) {
		return (value != null && value.matches("[0-9A-F]{40}")) ? new Thumbprint(value).brief()
				: String.valueOf((value != null) ? value : "");
	}

}

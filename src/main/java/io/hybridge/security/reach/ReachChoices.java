package io.hybridge.security.reach;

import java.util.List;

import org.springframework.stereotype.Component;

import io.hybridge.web.Choice;
import io.hybridge.web.text.MessageRenderer;

/** All organizations or some, in the reader's words. */
@Component("reachChoices")
public class ReachChoices {

	private final MessageRenderer texts;

	ReachChoices(MessageRenderer texts) {
		this.texts = texts;
	}

	public List<Choice> all() {
		return List.of(
				new Choice(ReachForm.ALL, this.texts.of("reach.choice.all"), this.texts.of("reach.choice.all.may")),
				new Choice(ReachForm.SOME, this.texts.of("reach.choice.only"), this.texts.of("reach.choice.only.may")));
	}

}

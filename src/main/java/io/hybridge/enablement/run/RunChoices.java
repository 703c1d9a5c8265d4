package io.hybridge.enablement.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.hybridge.run.RunKind;
import io.hybridge.step.StepName;
import io.hybridge.web.Choice;
import io.hybridge.web.text.MessageRenderer;

/** What the list of runs can be filtered by, in the reader's words. */
@Component
class RunChoices {

	private final MessageRenderer texts;

	RunChoices(MessageRenderer texts) {
		this.texts = texts;
	}

	void addTo(Model model) {
		model.addAttribute("steps",
				of(Arrays.stream(StepName.values()).map(StepName::slug), (slug) -> "step." + slug + ".name"));
		model.addAttribute("kinds",
				of(Arrays.stream(RunKind.values()).map(RunKind::slug), (slug) -> "runs.kind." + slug));
	}

	private List<Choice> of(Stream<String> slugs, UnaryOperator<String> key) {
		List<Choice> choices = new ArrayList<>();
		choices.add(Choice.of("", this.texts.of("runs.filter.any")));
		slugs.forEach((slug) -> choices.add(Choice.of(slug, this.texts.of(key.apply(slug)))));
		return choices;
	}

}

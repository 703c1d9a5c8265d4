package io.hybridge.enablement.look;

import java.util.Arrays;
import java.util.List;

import org.springframework.stereotype.Component;

import io.hybridge.enablement.look.FirstLookView.Answered;
import io.hybridge.enablement.look.FirstLookView.StepLook;
import io.hybridge.enablement.page.LastLook;
import io.hybridge.enablement.run.ChangeViews;
import io.hybridge.exchange.FirstLook;
import io.hybridge.organization.OrganizationId;
import io.hybridge.run.plan.RemoteReader;
import io.hybridge.run.plan.TargetStates;
import io.hybridge.step.Examination;
import io.hybridge.step.Step;
import io.hybridge.step.StepName;
import io.hybridge.step.TargetState;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.Reading;
import io.hybridge.web.StatusWords;
import io.hybridge.web.text.MessageRenderer;
import io.hybridge.web.text.StoredMessage;

/**
 * Judges a first look as a look of the console's own would be judged. The tenant is not
 * asked; only what Microsoft 365 tells everybody of the domain.
 */
@Component
class FirstLookViews {

	private static final List<StepName> STEPS = List.of(StepName.SERVERS, StepName.OAUTH, StepName.PUSH_PROXY);

	private final RemoteReader reader;

	private final TargetStates targets;

	private final ChangeViews changes;

	private final MessageRenderer texts;

	private final StatusWords words;

	FirstLookViews(RemoteReader reader, TargetStates targets, ChangeViews changes, MessageRenderer texts,
			StatusWords words) {
		this.reader = reader;
		this.targets = targets;
		this.changes = changes;
		this.texts = texts;
		this.words = words;
	}

	FirstLookView of(OrganizationId organization, FirstLook look) {
		TargetState target = this.targets.of(organization, null);
		Observation seen = new Observation(look.exchange().takenAt(), new Reading.Seen<>(look.exchange()),
				this.reader.discovery(organization), new Reading.SignInNeeded<>());
		return new FirstLookView(look.exchange().takenAt(), look.exchange().answeredBy(),
				STEPS.stream().map((step) -> step(step, seen, target)).toList(),
				Arrays.stream(LookQuestion.values()).map((question) -> answered(question, look)).toList());
	}

	private StepLook step(StepName step, Observation seen, TargetState target) {
		Examination examination = Step.of(step).examine(seen, target);
		return new StepLook(step, LastLook.of(seen.takenAt(), examination, this.texts),
				examination.changes().stream().map(this.changes::of).toList());
	}

	private Answered answered(LookQuestion question, FirstLook look) {
		LookQuestion.Answer answer = question.answer(look);
		String status = answer.settled() ? "meets" : "unseen";
		return new Answered(this.texts.of(StoredMessage.of(question.key())), this.texts.of(answer.words()),
				this.words.status(status, this.texts.of("look." + (answer.settled() ? "settled" : "open"))));
	}

}

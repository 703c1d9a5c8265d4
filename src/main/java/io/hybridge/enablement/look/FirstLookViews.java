package io.hybridge.enablement.look;

import java.time.Instant;
import java.util.Arrays;

import org.springframework.stereotype.Component;

import io.hybridge.enablement.look.FirstLookView.Answered;
import io.hybridge.enablement.look.FirstLookView.StepLook;
import io.hybridge.enablement.page.LastLook;
import io.hybridge.enablement.run.ChangeViews;
import io.hybridge.exchange.FirstLook;
import io.hybridge.organization.OrganizationId;
import io.hybridge.run.plan.Inspector;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.Examination;
import io.hybridge.web.StatusWords;
import io.hybridge.web.text.MessageRenderer;
import io.hybridge.web.text.StoredMessage;

/** Says a first look in the reader's words. */
@Component
class FirstLookViews {

	private final Inspector inspector;

	private final ChangeViews changes;

	private final MessageRenderer texts;

	private final StatusWords words;

	FirstLookViews(Inspector inspector, ChangeViews changes, MessageRenderer texts, StatusWords words) {
		this.inspector = inspector;
		this.changes = changes;
		this.texts = texts;
		this.words = words;
	}

	FirstLookView of(OrganizationId organization, FirstLook look) {
		Instant takenAt = look.exchange().takenAt();
		return new FirstLookView(takenAt, look.exchange().answeredBy(),
				this.inspector.examine(organization, look.exchange())
					.entrySet()
					.stream()
					.map((step) -> step(step.getKey(), takenAt, step.getValue()))
					.toList(),
				Arrays.stream(LookQuestion.values()).map((question) -> answered(question, look)).toList());
	}

	private StepLook step(StepName step, Instant takenAt, Examination examination) {
		return new StepLook(step, LastLook.of(takenAt, examination, this.texts),
				examination.changes().stream().map(this.changes::of).toList());
	}

	private Answered answered(LookQuestion question, FirstLook look) {
		LookQuestion.Answer answer = question.answer(look);
		String status = answer.settled() ? "meets" : "unseen";
		return new Answered(this.texts.of(StoredMessage.of(question.key())), this.texts.of(answer.words()),
				this.words.status(status, this.texts.of(answer.settled() ? "look.settled" : "look.open")));
	}

}

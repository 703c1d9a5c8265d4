package io.hybridge.enablement;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.hybridge.audit.AuditActor;
import io.hybridge.enablement.offer.StepConditions;
import io.hybridge.enablement.offer.Verb;
import io.hybridge.organization.OrganizationId;
import io.hybridge.step.StepName;
import io.hybridge.web.Choice;
import io.hybridge.web.text.MessageRenderer;

/**
 * What a person can decide about a value that is neither the old nor the wanted one. Each
 * is a look; nothing is sent.
 */
@Component
public class Decisions {

	private final Enablement enablement;

	private final StepConditions conditions;

	private final MessageRenderer texts;

	Decisions(Enablement enablement, StepConditions conditions, MessageRenderer texts) {
		this.enablement = enablement;
		this.conditions = conditions;
		this.texts = texts;
	}

	/**
	 * What there is to choose from, in the reader's words.
	 * @param undoable whether there are changes of ours to take back
	 */
	public List<Choice> choices(boolean undoable) {
		return Stream.of("wanted", "found", "before")
			.filter((choice) -> undoable || !choice.equals("before"))
			.map((choice) -> new Choice(choice, this.texts.of("enablement.decision." + choice),
					this.texts.of("enablement.decision." + choice + ".why")))
			.toList();
	}

	/**
	 * Begins what the person decided.
	 * @return false when nothing was chosen
	 * @throws Enablement.NotConfirmed when the value of somebody else was to be
	 * overwritten, and another name was typed
	 */
	public boolean decide(OrganizationId organization, StepName step, DecisionForm form, AuditActor person) {
		switch (form.choice()) {
			case "wanted" -> this.enablement.overwrite(organization, step, person, form.confirmation());
			case "found" -> this.enablement.keep(organization, step, person);
			case "before" -> this.enablement.checkUndo(organization, step, person);
			case null, default -> {
				this.conditions.require(organization, step, Verb.DECIDE);
				return false;
			}
		}
		return true;
	}

}

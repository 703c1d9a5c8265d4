package io.hybridge.enablement.page;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;

import io.hybridge.run.status.StepStatus;
import io.hybridge.web.RailStep;
import io.hybridge.web.RailStep.Section;
import io.hybridge.web.text.MessageRenderer;

/**
 * Draws the four steps beside the page of one, with the sections of that one; who is not
 * on the page yet is no link.
 */
@Component
class StepRail {

	private final MessageRenderer texts;

	StepRail(MessageRenderer texts) {
		this.texts = texts;
	}

	List<RailStep> beside(StepHead head, StepSituation situation, List<StepStage> stages) {
		List<String> anchors = stages.stream().map(StepStage::anchors).flatMap(List::stream).toList();
		List<RailStep> rail = new ArrayList<>();
		for (StepStatus status : situation.organization().steps()) {
			boolean here = status.step() == head.step();
			rail.add(new RailStep(this.texts.of("step." + status.step().slug() + ".name"), head.address(status.step()),
					status.inEffect(), status.status(), here, here ? sections(situation, anchors) : List.of()));
		}
		return rail;
	}

	private List<Section> sections(StepSituation situation, List<String> anchors) {
		return situation.sections()
			.stream()
			.map((name) -> new Section(this.texts.of("step.section." + name),
					anchors.contains(name) ? "#" + name : null, name.equals(situation.openSection())))
			.toList();
	}

}

package io.hybridge.enablement.page;

import java.util.ArrayList;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.organization.OrganizationId;
import io.hybridge.run.status.StepStatus;
import io.hybridge.run.status.StepStatuses;
import io.hybridge.web.RailStep;
import io.hybridge.web.RailStep.Section;
import io.hybridge.web.text.MessageRenderer;

/**
 * Draws the four steps beside the page of one, with the sections of that one; who is not
 * on the page yet is no link.
 */
@Component
class StepRail implements RailStep.Source {

	private final MessageRenderer texts;

	private final StepStatuses statuses;

	StepRail(MessageRenderer texts, StepStatuses statuses) {
		this.texts = texts;
		this.statuses = statuses;
	}

	@Override
	@Transactional(readOnly = true)
	public List<RailStep> railOf(long organization, String current) {
		return this.statuses.of(new OrganizationId(organization))
			.steps()
			.stream()
			.map((status) -> drawn(status, StepHead.address(new OrganizationId(organization), status.step()),
					status.step().slug().equals(current), List.of()))
			.toList();
	}

	List<RailStep> beside(StepHead head, StepSituation situation, List<StepStage> stages) {
		List<String> anchors = stages.stream().map(StepStage::anchors).flatMap(List::stream).toList();
		List<RailStep> rail = new ArrayList<>();
		for (StepStatus status : situation.organization().steps()) {
			boolean here = status.step() == head.step();
			rail.add(drawn(status, StepHead.address(head.organization(), status.step()), here,
					here ? sections(situation, anchors) : List.of()));
		}
		return rail;
	}

	private RailStep drawn(StepStatus status, String address, boolean here, List<Section> sections) {
		return new RailStep(this.texts.of("step." + status.step().slug() + ".name"), address, status.inEffect(),
				status.status(), here, sections);
	}

	private List<Section> sections(StepSituation situation, List<String> anchors) {
		return situation.sections()
			.stream()
			.map((name) -> new Section(this.texts.of("step.section." + name),
					anchors.contains(name) ? "#" + name : null, name.equals(situation.openSection())))
			.toList();
	}

}

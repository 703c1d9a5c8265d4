package io.hybridge.run.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.hybridge.run.change.ChangeJson;
import io.hybridge.run.change.JournaledChange;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.WayBack;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.observation.Observation;
import io.hybridge.web.text.StoredMessage;

/**
 * Gathers what an undo takes back, what stays, and of what nobody can tell whether it is
 * still there. Of several changes of ours to one object only the newest is taken back;
 * those before it are, when their value is there again.
 */
final class TakingBack {

	private final Observation observation;

	private final List<Change> inverses = new ArrayList<>();

	private final List<Long> undoes = new ArrayList<>();

	private final List<StoredMessage> kept = new ArrayList<>();

	private final Set<String> objects = new HashSet<>();

	private boolean untold;

	TakingBack(Observation observation) {
		this.observation = observation;
	}

	/**
	 * Judges a change of ours.
	 * @param made the next older one
	 */
	void judge(JournaledChange made) {
		Change change = made.change();
		if (!this.objects.add(change.changed())) {
			return;
		}
		if (change.isReplaced(ChangeJson.fields(made.evidence()), this.observation)) {
			this.kept.add(StoredMessage.of("undo.kept.replaced", change.object()));
			return;
		}
		switch (change.wayBack(this.observation, made.evidence().found())) {
			case WayBack.By(Change inverse) -> takeBack(made, inverse);
			case WayBack.Gone() -> keep(change);
			case WayBack.None() -> keep(change);
			case WayBack.Untold() -> {
				this.untold = true;
				this.kept.add(StoredMessage.of("undo.untold", change.object()));
			}
		}
	}

	/** Each inverse starts from what was seen, which another of its kind would change. */
	private void takeBack(JournaledChange made, Change inverse) {
		boolean another = this.inverses.stream()
			.anyMatch((other) -> other.key().equals(inverse.key()) && other.object().equals(inverse.object()));
		if (another) {
			this.kept.add(StoredMessage.of("undo.later", inverse.object()));
			return;
		}
		this.inverses.add(inverse);
		this.undoes.add(made.id());
	}

	private void keep(Change change) {
		this.kept.add(StoredMessage.of("undo.kept." + change.key(), change.object(), change.after()));
	}

	Planner.Planned planned(Examination examination) {
		return new Planner.Planned(examination,
				this.inverses.isEmpty() ? Optional.empty()
						: Optional.of(new Plan.Content(this.inverses, this.undoes, stopping(), this.kept, false)),
				this.untold);
	}

	/** What stops working when all of it is taken back, each once. */
	private List<StoredMessage> stopping() {
		return this.inverses.stream()
			.map(Change::stops)
			.filter(Objects::nonNull)
			.distinct()
			.map((key) -> StoredMessage.of(key))
			.toList();
	}

}

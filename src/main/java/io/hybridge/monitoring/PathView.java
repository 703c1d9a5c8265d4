package io.hybridge.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.hybridge.run.probe.ProbeResults.DeviceTested;
import io.hybridge.run.probe.ProbeResults.Probed;
import io.hybridge.run.status.OrganizationStatus;
import io.hybridge.run.status.StepStatus;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.StepState;
import io.hybridge.web.PathHop.Place;
import io.hybridge.web.PathHop.State;
import io.hybridge.web.text.StoredMessage;

/**
 * Draws the path of a notification from what was seen: the steps' newest looks, the
 * newest round of probes, the newest device test.
 */
final class PathView {

	private final List<StepStatus> steps;

	private final ProbeReading probes;

	private final DeviceTested device;

	private final DeviceTested before;

	private PathView(List<StepStatus> steps, ProbeReading probes, DeviceTested device, DeviceTested before) {
		this.steps = steps;
		this.probes = probes;
		this.device = device;
		this.before = before;
	}

	static List<HopState> unbuilt() {
		return List.of(HopState.unbuilt(Place.SERVER), HopState.unbuilt(Place.TOKEN), HopState.unbuilt(Place.CLOUD),
				HopState.unbuilt(Place.PHONE));
	}

	/**
	 * The four hops of an organization. A hop behind one that is not proved is not
	 * reached, whatever was seen of it before.
	 * @param steps always four
	 * @param probes the newest round that counts
	 * @param device the newest device test that counts, or null
	 * @return always four
	 */
	static List<HopState> of(List<StepStatus> steps, List<Probed> probes, DeviceTested device) {
		return of(steps, probes, device, null);
	}

	/**
	 * The same, with what a phone showed before.
	 * @param before the newest device test that showed the number, whether it still
	 * counts or not; or null
	 */
	static List<HopState> of(List<StepStatus> steps, List<Probed> probes, DeviceTested device, DeviceTested before) {
		return new PathView(steps, new ProbeReading(probes), device, before).drawn();
	}

	/**
	 * The hop of the step that leads is drawn as it is, wherever it stands: the headline
	 * is about it. There is one break at most.
	 */
	private List<HopState> drawn() {
		List<HopState> raw = List.of(server(), token(), cloud(), phone());
		Place leading = new OrganizationStatus(this.steps).leading().flatMap((step) -> place(step, raw)).orElse(null);
		List<HopState> drawn = new ArrayList<>();
		for (HopState hop : raw) {
			if (hop.place() == leading) {
				drawn.add(hop);
			}
			else if (leading != null && hop.place().compareTo(leading) < 0) {
				drawn.add(hop.besideTheBreak());
			}
			else {
				drawn.add(drawn.isEmpty() ? hop : hop.behind(drawn.getLast()));
			}
		}
		drawn.addLast(withLastSeen(drawn.removeLast()));
		return List.copyOf(drawn);
	}

	/** What a phone showed once says when, so that nobody takes it for now. */
	private HopState withLastSeen(HopState phone) {
		boolean now = phone.state() == State.PROVED || phone.state() == State.BROKEN;
		if (now || this.before == null || step(StepName.PUSH_PROXY).takenBack() != null) {
			return phone;
		}
		StoredMessage evidence = (this.before.number() != null)
				? StoredMessage.of("monitoring.hop.phone.last-number", this.before.at(), this.before.number(),
						this.before.by())
				: StoredMessage.of("monitoring.hop.phone.last", this.before.at(), this.before.by());
		return phone.lastSeen(evidence, proxyOff() ? null : this.before.number());
	}

	/** Without the push proxy no phone shows a number any more. */
	private boolean proxyOff() {
		StepStatus push = step(StepName.PUSH_PROXY);
		return push.proxyOff() || switch (push.state()) {
			case READY_TO_PLAN, NOT_STARTED, TAKEN_BACK -> true;
			case CANNOT_START -> !push.reason().key().startsWith("step.cannot-start.probe.");
			case OUTAGE, CONFLICT, NEEDS_ATTENTION, UNSEEN, UNKNOWN, OLD, PARKED, RUNNING, APPLIED, IN_EFFECT -> false;
		};
	}

	/** Where the leading step has its hop, if it has one. */
	private static Optional<Place> place(StepStatus leading, List<HopState> raw) {
		return switch (leading.step()) {
			case TENANT -> Optional.empty();
			case SERVERS -> Optional.of(Place.SERVER);
			case OAUTH -> Optional.of(Place.TOKEN);
			case PUSH_PROXY ->
				raw.stream().filter((hop) -> hop.state() == State.BROKEN).map(HopState::place).findFirst();
		};
	}

	private HopState server() {
		StepStatus step = step(StepName.SERVERS);
		if (!stood(step)) {
			return HopState.of(Place.SERVER, step);
		}
		StepStatus push = step(StepName.PUSH_PROXY);
		if (push.proxyOff()) {
			return (push.state() == StepState.CANNOT_START)
					? HopState.waiting(Place.SERVER, push.status(), StoredMessage.of("finding.proxy-disabled.brief"))
					: HopState.of(Place.SERVER, push);
		}
		return this.probes.failedAt(Place.SERVER)
			.map((probe) -> HopState.broken(Place.SERVER, ProbeReading.evidence(probe)))
			.orElseGet(() -> HopState.proved(Place.SERVER, step, step.reason()));
	}

	private HopState token() {
		StepStatus step = step(StepName.OAUTH);
		if (step.certificateEnded()) {
			return HopState.waiting(Place.TOKEN, step.status(), step.reason());
		}
		if (!stood(step)) {
			return HopState.of(Place.TOKEN, step);
		}
		Optional<Probed> failed = this.probes.failedAt(Place.TOKEN);
		if (failed.isPresent()) {
			return HopState.broken(Place.TOKEN, ProbeReading.evidence(failed.get()));
		}
		if (this.probes.none()) {
			return HopState.waiting(Place.TOKEN, "applied", StoredMessage.of("monitoring.hop.token.waiting"));
		}
		return this.probes.notReached()
			.map((probe) -> HopState.waiting(Place.TOKEN, "waiting", ProbeReading.evidence(probe)))
			.orElseGet(() -> HopState.proved(Place.TOKEN, step, this.probes.proved("monitoring.hop.token.proved")));
	}

	private HopState cloud() {
		Optional<Probed> failed = this.probes.failedAt(Place.CLOUD);
		if (failed.isPresent()) {
			return HopState.broken(Place.CLOUD, ProbeReading.evidence(failed.get()));
		}
		StepStatus tenant = step(StepName.TENANT);
		boolean refuted = tenant.state() == StepState.NEEDS_ATTENTION && !tenant.needsSignIn();
		if (refuted || tenant.state() == StepState.CONFLICT) {
			return HopState.of(Place.CLOUD, tenant);
		}
		StepStatus push = step(StepName.PUSH_PROXY);
		return (stood(push) && !this.probes.none())
				? HopState.proved(Place.CLOUD, push, this.probes.proved("monitoring.hop.cloud.proved"))
				: HopState.of(Place.CLOUD, push);
	}

	private HopState phone() {
		if (this.device == null || this.device.answer().equals("not-yet")) {
			return HopState.waiting(Place.PHONE, "waiting", StoredMessage.of("monitoring.hop.phone.waiting"));
		}
		return this.device.answer().equals("yes")
				? new HopState(Place.PHONE, State.PROVED, "in-effect", seen(this.device), this.device.number())
				: HopState.broken(Place.PHONE,
						StoredMessage.of("monitoring.hop.phone.not-seen", this.device.by(), this.device.at()));
	}

	private static StoredMessage seen(DeviceTested device) {
		return (device.number() != null)
				? StoredMessage.of("monitoring.hop.phone.seen-number", device.by(), device.at(), device.number())
				: StoredMessage.of("monitoring.hop.phone.seen", device.by(), device.at());
	}

	/** Whether a step was in effect when it was looked at last. */
	private static boolean stood(StepStatus step) {
		return step.inEffect() || step.old() || step.certificateEnds();
	}

	private StepStatus step(StepName name) {
		return this.steps.get(name.ordinal());
	}

}

package io.hybridge.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.hybridge.run.plan.StepStatus;
import io.hybridge.run.probe.ProbeResults.DeviceTested;
import io.hybridge.run.probe.ProbeResults.Probed;
import io.hybridge.step.StepName;
import io.hybridge.step.StepState;
import io.hybridge.web.PathHop.Place;
import io.hybridge.web.PathHop.State;
import io.hybridge.web.text.StoredMessage;

/**
 * Draws the path of a notification from what was seen: the steps' newest looks, the
 * newest round of probes, the newest device test.
 */
final class PathView {

	private static final String SIGN_IN_NEEDED = "finding.sign-in-needed.brief";

	private static final String PROXY_DISABLED = "finding.proxy-disabled.brief";

	private final List<StepStatus> steps;

	private final ProbeReading probes;

	private final DeviceTested device;

	private final Instant oldBefore;

	private PathView(List<StepStatus> steps, ProbeReading probes, DeviceTested device, Instant oldBefore) {
		this.steps = steps;
		this.probes = probes;
		this.device = device;
		this.oldBefore = oldBefore;
	}

	static List<View> unbuilt() {
		return List.of(View.unbuilt(Place.SERVER), View.unbuilt(Place.TOKEN), View.unbuilt(Place.CLOUD),
				View.unbuilt(Place.PHONE));
	}

	/**
	 * The four hops of an organization. A hop behind one that is not proved is not
	 * reached, whatever was seen of it before.
	 * @param steps always four
	 * @param probes the newest round
	 * @param device the newest device test, or null
	 * @param oldBefore what was seen before this moment is old
	 * @return always four
	 */
	static List<View> of(List<StepStatus> steps, List<Probed> probes, DeviceTested device, Instant oldBefore) {
		return new PathView(steps, ProbeReading.of(probes, steps), device, oldBefore).drawn();
	}

	private List<View> drawn() {
		View server = server();
		View token = token().behind(server);
		View cloud = cloud().behind(token);
		return List.of(server, token, cloud, phone().behind(cloud));
	}

	private View server() {
		StepStatus step = step(StepName.SERVERS);
		if (step.state() != StepState.IN_EFFECT) {
			return View.of(Place.SERVER, step);
		}
		StepStatus push = step(StepName.PUSH_PROXY);
		if (push.state() == StepState.NEEDS_ATTENTION && push.reason().key().equals(PROXY_DISABLED)) {
			return View.of(Place.SERVER, push);
		}
		return this.probes.failedAt(Place.SERVER)
			.map((probe) -> View.broken(Place.SERVER, ProbeReading.evidence(probe)))
			.orElseGet(() -> proved(Place.SERVER, step, step.reason()));
	}

	private View token() {
		StepStatus step = step(StepName.OAUTH);
		if (step.state() != StepState.IN_EFFECT) {
			return View.of(Place.TOKEN, step);
		}
		Optional<Probed> failed = this.probes.failedAt(Place.TOKEN);
		if (failed.isPresent()) {
			return View.broken(Place.TOKEN, ProbeReading.evidence(failed.get()));
		}
		if (this.probes.none()) {
			return View.waiting(Place.TOKEN, "applied", StoredMessage.of("monitoring.hop.token.waiting"));
		}
		return this.probes.notReached()
			.map((probe) -> View.waiting(Place.TOKEN, "waiting", ProbeReading.evidence(probe)))
			.orElseGet(() -> proved(Place.TOKEN, step, this.probes.proved("monitoring.hop.token.proved")));
	}

	private View cloud() {
		Optional<Probed> failed = this.probes.failedAt(Place.CLOUD);
		if (failed.isPresent()) {
			return View.broken(Place.CLOUD, ProbeReading.evidence(failed.get()));
		}
		StepStatus tenant = step(StepName.TENANT);
		boolean refuted = tenant.state() == StepState.NEEDS_ATTENTION && !needsSignIn(tenant);
		if (refuted || tenant.state() == StepState.CONFLICT) {
			return View.of(Place.CLOUD, tenant);
		}
		StepStatus push = step(StepName.PUSH_PROXY);
		return (push.state() == StepState.IN_EFFECT && !this.probes.none())
				? proved(Place.CLOUD, push, this.probes.proved("monitoring.hop.cloud.proved"))
				: View.of(Place.CLOUD, push);
	}

	private View phone() {
		StepStatus push = step(StepName.PUSH_PROXY);
		boolean overtaken = this.device != null && push.changedAt() != null
				&& this.device.at().isBefore(push.changedAt());
		if (this.device == null || overtaken || this.device.answer().equals("not-yet")) {
			return View.waiting(Place.PHONE, "waiting", StoredMessage.of("monitoring.hop.phone.waiting"));
		}
		return this.device.answer().equals("yes")
				? new View(Place.PHONE, State.PROVED, "in-effect",
						StoredMessage.of("monitoring.hop.phone.seen", this.device.by(), this.device.at()))
				: View.broken(Place.PHONE,
						StoredMessage.of("monitoring.hop.phone.not-seen", this.device.by(), this.device.at()));
	}

	private View proved(Place place, StepStatus step, StoredMessage evidence) {
		boolean old = step.checkedAt() != null && step.checkedAt().isBefore(this.oldBefore);
		return old ? View.waiting(place, View.OLD, evidence) : new View(place, State.PROVED, "in-effect", evidence);
	}

	private StepStatus step(StepName name) {
		return this.steps.get(name.ordinal());
	}

	private static boolean needsSignIn(StepStatus step) {
		return step.reason().key().equals(SIGN_IN_NEEDED);
	}

	/**
	 * One hop before it is put into words.
	 *
	 * @param place which
	 * @param state decides the line
	 * @param status key of the status word, or null
	 * @param reason one line of evidence, or null
	 */
	record View(Place place, State state, String status, StoredMessage reason) {

		private static final String OLD = "old";

		static View unbuilt(Place place) {
			return new View(place, State.NOT_REACHED, null,
					StoredMessage.of("monitoring.hop." + place.getIcon() + ".built"));
		}

		static View broken(Place place, StoredMessage evidence) {
			return new View(place, State.BROKEN, "attention", evidence);
		}

		static View waiting(Place place, String status, StoredMessage evidence) {
			return new View(place, State.WAITING, status, evidence);
		}

		static View of(Place place, StepStatus step) {
			State state = needsSignIn(step) ? State.UNKNOWN : state(step.state());
			return new View(place, state, step.state().status(), step.reason());
		}

		boolean old() {
			return OLD.equals(this.status);
		}

		View behind(View before) {
			return (before.state == State.PROVED || before.old()) ? this
					: new View(this.place, State.NOT_REACHED, "not-reached", null);
		}

		private static State state(StepState state) {
			return switch (state) {
				case IN_EFFECT -> State.PROVED;
				case CONFLICT, NEEDS_ATTENTION -> State.BROKEN;
				case UNKNOWN, RUNNING -> State.UNKNOWN;
				case APPLIED, READY_TO_PLAN -> State.WAITING;
				case CANNOT_START, NOT_STARTED -> State.NOT_REACHED;
			};
		}

	}

}

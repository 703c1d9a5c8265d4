package io.hybridge.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.hybridge.run.probe.ProbeResults.DeviceTested;
import io.hybridge.run.probe.ProbeResults.Probed;
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

	static List<HopState> unbuilt() {
		return List.of(HopState.unbuilt(Place.SERVER), HopState.unbuilt(Place.TOKEN), HopState.unbuilt(Place.CLOUD),
				HopState.unbuilt(Place.PHONE));
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
	static List<HopState> of(List<StepStatus> steps, List<Probed> probes, DeviceTested device, Instant oldBefore) {
		return new PathView(steps, ProbeReading.of(probes, steps), device, oldBefore).drawn();
	}

	private List<HopState> drawn() {
		HopState server = server();
		HopState token = token().behind(server);
		HopState cloud = cloud().behind(token);
		return List.of(server, token, cloud, phone().behind(cloud));
	}

	private HopState server() {
		StepStatus step = step(StepName.SERVERS);
		if (step.state() != StepState.IN_EFFECT) {
			return HopState.of(Place.SERVER, step);
		}
		StepStatus push = step(StepName.PUSH_PROXY);
		if (push.state() == StepState.NEEDS_ATTENTION && push.reason().key().equals(PROXY_DISABLED)) {
			return HopState.of(Place.SERVER, push);
		}
		return this.probes.failedAt(Place.SERVER)
			.map((probe) -> HopState.broken(Place.SERVER, ProbeReading.evidence(probe)))
			.orElseGet(() -> proved(Place.SERVER, step, step.reason()));
	}

	private HopState token() {
		StepStatus step = step(StepName.OAUTH);
		if (step.state() != StepState.IN_EFFECT) {
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
			.orElseGet(() -> proved(Place.TOKEN, step, this.probes.proved("monitoring.hop.token.proved")));
	}

	private HopState cloud() {
		Optional<Probed> failed = this.probes.failedAt(Place.CLOUD);
		if (failed.isPresent()) {
			return HopState.broken(Place.CLOUD, ProbeReading.evidence(failed.get()));
		}
		StepStatus tenant = step(StepName.TENANT);
		boolean refuted = tenant.state() == StepState.NEEDS_ATTENTION && !HopState.needsSignIn(tenant);
		if (refuted || tenant.state() == StepState.CONFLICT) {
			return HopState.of(Place.CLOUD, tenant);
		}
		StepStatus push = step(StepName.PUSH_PROXY);
		return (push.state() == StepState.IN_EFFECT && !this.probes.none())
				? proved(Place.CLOUD, push, this.probes.proved("monitoring.hop.cloud.proved"))
				: HopState.of(Place.CLOUD, push);
	}

	private HopState phone() {
		StepStatus push = step(StepName.PUSH_PROXY);
		boolean overtaken = this.device != null && push.changedAt() != null
				&& this.device.at().isBefore(push.changedAt());
		if (this.device == null || overtaken || this.device.answer().equals("not-yet")) {
			return HopState.waiting(Place.PHONE, "waiting", StoredMessage.of("monitoring.hop.phone.waiting"));
		}
		return this.device.answer().equals("yes")
				? new HopState(Place.PHONE, State.PROVED, "in-effect",
						StoredMessage.of("monitoring.hop.phone.seen", this.device.by(), this.device.at()))
				: HopState.broken(Place.PHONE,
						StoredMessage.of("monitoring.hop.phone.not-seen", this.device.by(), this.device.at()));
	}

	private HopState proved(Place place, StepStatus step, StoredMessage evidence) {
		boolean old = step.checkedAt() != null && step.checkedAt().isBefore(this.oldBefore);
		return old ? HopState.waiting(place, HopState.OLD, evidence)
				: new HopState(place, State.PROVED, "in-effect", evidence);
	}

	private StepStatus step(StepName name) {
		return this.steps.get(name.ordinal());
	}

}

package io.hybridge.monitoring;

import java.util.List;

import io.hybridge.enablement.StepName;
import io.hybridge.enablement.StepState;
import io.hybridge.enablement.StepStatus;
import io.hybridge.enablement.Text;
import io.hybridge.web.Hop;

/** Draws the path of a notification from what is known of the steps. */
final class PathView {

	private PathView() {
	}

	static List<View> unbuilt() {
		return List.of(View.unbuilt(Hop.Place.SERVER), View.unbuilt(Hop.Place.TOKEN), View.unbuilt(Hop.Place.CLOUD),
				View.unbuilt(Hop.Place.PHONE));
	}

	/**
	 * The four hops of an organization. A hop behind one that is not proved is not
	 * reached, whatever was seen of it before.
	 * @param steps always four
	 * @param seen what a person saw on a phone: yes, no, or null when nobody looked
	 * @return always four
	 */
	static List<View> of(List<StepStatus> steps, Boolean seen) {
		StepStatus tenant = steps.get(StepName.TENANT.ordinal());
		StepStatus push = steps.get(StepName.PUSH_PROXY.ordinal());
		StepStatus cloud = (tenant.state() != StepState.IN_EFFECT) ? tenant : push;
		View server = View.of(Hop.Place.SERVER, steps.get(StepName.SERVERS.ordinal()));
		View token = View.of(Hop.Place.TOKEN, steps.get(StepName.OAUTH.ordinal())).behind(server);
		View service = View.of(Hop.Place.CLOUD, cloud).behind(token);
		return List.of(server, token, service, View.phone(seen).behind(service));
	}

	/**
	 * One hop before it is put into words.
	 *
	 * @param place which
	 * @param state decides the line
	 * @param status key of the status word, or null
	 * @param reason one line of evidence, or null
	 */
	record View(Hop.Place place, Hop.State state, String status, Text reason) {

		static View unbuilt(Hop.Place place) {
			return new View(place, Hop.State.NOT_REACHED, null,
					Text.of("monitoring.hop." + place.getIcon() + ".built"));
		}

		static View of(Hop.Place place, StepStatus step) {
			return new View(place, state(step.state()), step.state().status(), step.reason());
		}

		static View phone(Boolean seen) {
			if (seen == null) {
				return new View(Hop.Place.PHONE, Hop.State.WAITING, "waiting", Text.of("monitoring.hop.phone.waiting"));
			}
			return seen ? new View(Hop.Place.PHONE, Hop.State.PROVED, "in-effect", Text.of("monitoring.hop.phone.seen"))
					: new View(Hop.Place.PHONE, Hop.State.BROKEN, "attention",
							Text.of("monitoring.hop.phone.not-seen"));
		}

		View behind(View before) {
			return (before.state == Hop.State.PROVED) ? this
					: new View(this.place, Hop.State.NOT_REACHED, "not-reached", null);
		}

		private static Hop.State state(StepState state) {
			return switch (state) {
				case IN_EFFECT -> Hop.State.PROVED;
				case CONFLICT, NEEDS_ATTENTION -> Hop.State.BROKEN;
				case UNKNOWN, RUNNING -> Hop.State.UNKNOWN;
				case APPLIED, READY_TO_PLAN -> Hop.State.WAITING;
				case CANNOT_START, NOT_STARTED -> Hop.State.NOT_REACHED;
			};
		}

	}

}

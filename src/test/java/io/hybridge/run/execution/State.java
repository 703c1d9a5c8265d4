package io.hybridge.run.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.hybridge.run.RunState;
import io.hybridge.run.probe.ProbeVerdict;
import io.hybridge.step.StepName;

import static io.hybridge.step.StepName.OAUTH;
import static io.hybridge.step.StepName.PUSH_PROXY;
import static io.hybridge.step.StepName.SERVERS;
import static io.hybridge.step.StepName.TENANT;

/**
 * A state that a step can come to, with the way that leads there. The states are looks ×
 * ends of runs × proofs × ages, as far as one follows from the other.
 *
 * @param name for the paper
 * @param step of which the pages are asked
 * @param walk the way there
 */
record State(String name, StepName step, Consumer<StateWorld> walk) {

	private static final Duration A_DAY = Duration.ofHours(25);

	private static final Map<StepName, List<Look>> LOOKS = new EnumMap<>(
			Map.of(TENANT, List.of(Look.FINE, Look.BLOCKED, Look.UNSEEN, Look.SIGN_IN), SERVERS,
					List.of(Look.FINE, Look.BLOCKED, Look.UNSEEN), OAUTH,
					List.of(Look.FINE, Look.BLOCKED, Look.UNSEEN, Look.SIGN_IN, Look.PLAN, Look.BY_HAND, Look.CHOICE,
							Look.BROKEN, Look.ENDS_SOON),
					PUSH_PROXY, List.of(Look.FINE, Look.BLOCKED, Look.UNSEEN, Look.WAITS, Look.PLAN, Look.UNREADABLE)));

	private static final Map<StepName, String> NAMES = Map.of(TENANT, "Tenant", SERVERS, "Servers", OAUTH, "OAuth",
			PUSH_PROXY, "Push proxy");

	static List<State> all() {
		List<State> all = new ArrayList<>();
		LOOKS.keySet().forEach((step) -> looks(step, all));
		List.of(OAUTH, PUSH_PROXY).forEach((step) -> changes(step, all));
		proofs(all);
		together(all);
		return all;
	}

	private static void looks(StepName step, List<State> all) {
		all.add(of(step, "nobody has looked", (world) -> before(step, world)));
		all.add(of(step, "the first look is under way", (world) -> {
			before(step, world);
			world.looking(step);
		}));
		all.add(of(step, "the first look waits for a person", (world) -> {
			before(step, world);
			world.waitingForAPerson(step);
		}));
		for (Look look : LOOKS.get(step)) {
			Consumer<StateWorld> walk = (world) -> {
				before(step, world);
				world.look(step, look);
			};
			all.add(of(step, look.words(), walk));
			all.add(of(step, look.words() + ", a day ago", walk.andThen((world) -> world.wait(A_DAY))));
			if (look == Look.FINE || look == Look.BLOCKED) {
				all.add(of(step, look.words() + ", and somebody looks again",
						walk.andThen((world) -> world.looking(step))));
				all.add(of(step, look.words() + ", and another look waits for a person",
						walk.andThen((world) -> world.waitingForAPerson(step))));
			}
		}
	}

	private static void changes(StepName step, List<State> all) {
		Consumer<StateWorld> planned = (world) -> {
			before(step, world);
			world.look(step, Look.PLAN);
		};
		Consumer<StateWorld> made = planned.andThen((world) -> world.apply(step, RunState.DONE, Look.FINE));
		all.add(of(step, "the plan is too old", planned.andThen((world) -> world.wait(Duration.ofMinutes(31)))));
		all.add(of(step, "the plan is put aside", planned.andThen((world) -> world.discard(step))));
		all.add(of(step, "planned, then the connection leads elsewhere", planned.andThen(StateWorld::leadElsewhere)));
		all.add(of(step, "applied, then the connection leads elsewhere", made.andThen(StateWorld::leadElsewhere)));
		all.add(of(step, "changes are being applied", planned.andThen((world) -> world.applying(step))));
		ends(step, "apply", planned, Look.FINE, all);
		all.add(of(step, "applied, something is left",
				planned.andThen((world) -> world.apply(step, RunState.DONE, Look.PLAN))));
		all.add(of(step, "applied, a day ago", made.andThen((world) -> world.wait(A_DAY))));
		all.add(of(step, "applied, checked again", made.andThen((world) -> world.look(step, Look.FINE))));
		all.add(of(step, "applied, found gone", made.andThen((world) -> world.look(step, Look.PLAN))));
		all.add(of(step, "nothing is left to take back",
				made.andThen((world) -> world.nothingToUndo(step, Look.FINE))));
		all.add(of(step, "what would be taken back is gone",
				made.andThen((world) -> world.nothingToUndo(step, Look.PLAN))));
		all.add(of(step, "what would be taken back could not be seen",
				made.andThen((world) -> world.nothingToUndo(step, Look.UNSEEN))));
		Consumer<StateWorld> undo = made.andThen((world) -> world.planUndo(step));
		all.add(of(step, "a plan to take back", undo));
		all.add(of(step, "changes are being taken back", undo.andThen((world) -> world.applying(step))));
		ends(step, "undo", undo, Look.PLAN, all);
		Consumer<StateWorld> back = undo.andThen((world) -> world.apply(step, RunState.DONE, Look.PLAN));
		all.add(of(step, "taken back, checked again", back.andThen((world) -> world.look(step, Look.PLAN))));
		all.add(of(step, "taken back, a day ago", back.andThen((world) -> world.wait(A_DAY))));
		all.add(of(step, "taken back, planned again", back.andThen((world) -> world.planAgain(step, Look.PLAN))));
		all.add(of(step, "taken back, planned again and put aside",
				back.andThen((world) -> world.planAgain(step, Look.PLAN)).andThen((world) -> world.discard(step))));
		all.add(of(step, "taken back, and there by another hand",
				back.andThen((world) -> world.look(step, Look.FINE))));
	}

	private static void ends(StepName step, String what, Consumer<StateWorld> planned, Look after, List<State> all) {
		for (RunState end : List.of(RunState.DONE, RunState.UNKNOWN, RunState.STALE, RunState.UNCHECKED,
				RunState.NOT_DONE, RunState.CONFLICT)) {
			Look seen = switch (end) {
				case UNCHECKED -> Look.UNSEEN;
				case STALE -> Look.BLOCKED;
				default -> after;
			};
			Consumer<StateWorld> ended = planned.andThen((world) -> world.apply(step, end, seen));
			all.add(of(step, what + " ended " + end, ended));
			if (end == RunState.CONFLICT || end == RunState.NOT_DONE) {
				all.add(of(step, what + " ended " + end + ", then checked",
						ended.andThen((world) -> world.look(step, Look.FINE))));
			}
			if (end == RunState.CONFLICT) {
				all.add(of(step, what + " ended " + end + ", then kept what is there",
						ended.andThen((world) -> world.keep(step, Look.PLAN))));
			}
		}
	}

	private static void proofs(List<State> all) {
		Consumer<StateWorld> enabled = (world) -> {
			before(PUSH_PROXY, world);
			world.look(PUSH_PROXY, Look.PLAN);
			world.apply(PUSH_PROXY, RunState.DONE, Look.FINE);
		};
		all.add(of(PUSH_PROXY, "probes are under way", enabled.andThen(StateWorld::probing)));
		for (ProbeVerdict verdict : List.of(ProbeVerdict.PROVED, ProbeVerdict.FAILED, ProbeVerdict.UNKNOWN)) {
			Consumer<StateWorld> probed = enabled.andThen((world) -> world.probe(verdict));
			all.add(of(PUSH_PROXY, "probes " + verdict, probed));
			all.add(of(PUSH_PROXY, "probes " + verdict + ", a day ago", probed.andThen((world) -> world.wait(A_DAY))));
			all.add(of(PUSH_PROXY, "probes " + verdict + ", checked again",
					probed.andThen((world) -> world.look(PUSH_PROXY, Look.FINE))));
		}
		Consumer<StateWorld> proved = enabled.andThen((world) -> world.probe(ProbeVerdict.PROVED));
		for (String answer : List.of("yes", "no", "not-yet")) {
			all.add(of(PUSH_PROXY, "proved, phone says " + answer, proved.andThen((world) -> world.phone(answer))));
		}
		Consumer<StateWorld> done = proved.andThen((world) -> world.phone("yes"));
		all.add(of(PUSH_PROXY, "done, then taken back", done.andThen((world) -> {
			world.planUndo(PUSH_PROXY);
			world.apply(PUSH_PROXY, RunState.DONE, Look.PLAN);
		})));
		all.add(of(PUSH_PROXY, "done, taken back and enabled again", done.andThen((world) -> {
			world.planUndo(PUSH_PROXY);
			world.apply(PUSH_PROXY, RunState.DONE, Look.PLAN);
			world.look(PUSH_PROXY, Look.PLAN);
			world.apply(PUSH_PROXY, RunState.DONE, Look.FINE);
		})));
		all.add(of(PUSH_PROXY, "done, then a look refuted it and another did not", done.andThen((world) -> {
			world.look(PUSH_PROXY, Look.PLAN);
			world.look(PUSH_PROXY, Look.FINE);
		})));
		all.add(of(PUSH_PROXY, "done, then OAuth was changed", done.andThen((world) -> {
			world.look(OAUTH, Look.PLAN);
			world.apply(OAUTH, RunState.DONE, Look.FINE);
		})));
		all.add(of(PUSH_PROXY, "done, then a verification could ask nobody", done.andThen(StateWorld::probeNothing)));
		all.add(of(PUSH_PROXY, "done, then a verification could ask nobody, checked again",
				done.andThen(StateWorld::probeNothing).andThen((world) -> world.look(PUSH_PROXY, Look.FINE))));
		all.add(of(PUSH_PROXY, "done, then the connection leads elsewhere", done.andThen(StateWorld::leadElsewhere)));
		all.add(of(PUSH_PROXY, "done, then the connection leads elsewhere, checked again",
				done.andThen(StateWorld::leadElsewhere).andThen((world) -> {
					before(PUSH_PROXY, world);
					world.look(PUSH_PROXY, Look.FINE);
				})));
		all.add(of(PUSH_PROXY, "done, then a side did not answer",
				done.andThen((world) -> world.look(PUSH_PROXY, Look.UNSEEN))));
	}

	private static void together(List<State> all) {
		all.add(of(SERVERS, "nobody has looked, and the ladder breaks", StateWorld::ladderBreaks));
		all.add(of(OAUTH, "nobody has looked, and the ladder breaks", StateWorld::ladderBreaks));
		all.add(of(PUSH_PROXY, "a change is proposed, then the ladder breaks", (world) -> {
			before(PUSH_PROXY, world);
			world.look(PUSH_PROXY, Look.PLAN);
			world.ladderBreaks();
		}));
		all.add(of(SERVERS, "nobody is signed in, and the ladder breaks", (world) -> {
			world.look(TENANT, Look.SIGN_IN);
			world.ladderBreaks();
		}));
		all.add(of(SERVERS, "everything is as wanted, then the ladder breaks", (world) -> {
			before(OAUTH, world);
			world.ladderBreaks();
		}));
		all.add(of(OAUTH, "the auth certificate that was seen has ended since", (world) -> {
			before(OAUTH, world);
			world.look(OAUTH, Look.ENDS_SOON);
			world.look(PUSH_PROXY, Look.PLAN);
			world.apply(PUSH_PROXY, RunState.DONE, Look.FINE);
			world.probe(ProbeVerdict.PROVED);
			world.wait(Duration.ofDays(13));
			world.look(TENANT, Look.FINE);
			world.look(SERVERS, Look.FINE);
			world.look(PUSH_PROXY, Look.FINE);
		}));
		all.add(of(OAUTH, "the auth certificate is out and a server is too old", (world) -> {
			world.look(TENANT, Look.FINE);
			world.look(SERVERS, Look.BLOCKED);
			world.look(OAUTH, Look.BROKEN);
		}));
		all.add(of(OAUTH, "a conflict before the servers were looked at", (world) -> {
			world.look(TENANT, Look.FINE);
			world.look(OAUTH, Look.PLAN);
			world.apply(OAUTH, RunState.CONFLICT, Look.PLAN);
		}));
		freed(all);
		all.add(of(PUSH_PROXY, "waits while OAuth has a plan", (world) -> {
			before(OAUTH, world);
			world.look(OAUTH, Look.PLAN);
			world.look(PUSH_PROXY, Look.WAITS);
		}));
		for (Look look : List.of(Look.PLAN, Look.BLOCKED, Look.BROKEN)) {
			all.add(of(PUSH_PROXY, "planned, then of OAuth " + look.words(), (world) -> {
				before(PUSH_PROXY, world);
				world.look(PUSH_PROXY, Look.PLAN);
				world.look(OAUTH, look);
			}));
		}
		all.add(of(PUSH_PROXY, "enabled, found off again, and OAuth blocks", (world) -> {
			withOAuth(world);
			world.look(PUSH_PROXY, Look.PLAN);
			world.apply(PUSH_PROXY, RunState.DONE, Look.FINE);
			world.look(PUSH_PROXY, Look.PLAN);
			world.look(OAUTH, Look.BLOCKED);
		}));
		all.add(of(PUSH_PROXY, "planned, then OAuth was taken back", (world) -> {
			withOAuth(world);
			world.look(PUSH_PROXY, Look.PLAN);
			takeBackOAuth(world, RunState.DONE);
		}));
		all.add(of(PUSH_PROXY, "planned, then OAuth came into conflict", (world) -> {
			withOAuth(world);
			world.look(PUSH_PROXY, Look.PLAN);
			takeBackOAuth(world, RunState.CONFLICT);
		}));
		Consumer<StateWorld> enabled = (world) -> {
			withOAuth(world);
			world.look(PUSH_PROXY, Look.PLAN);
			world.apply(PUSH_PROXY, RunState.DONE, Look.FINE);
		};
		all.add(of(PUSH_PROXY, "enabled, then OAuth was taken back",
				enabled.andThen((world) -> takeBackOAuth(world, RunState.DONE))));
		all.add(of(PUSH_PROXY, "proved, then OAuth was taken back", enabled.andThen((world) -> {
			world.probe(ProbeVerdict.PROVED);
			world.phone("yes");
			takeBackOAuth(world, RunState.DONE);
		})));
		all.add(of(PUSH_PROXY, "all of it was taken back", enabled.andThen((world) -> {
			world.planUndo(PUSH_PROXY);
			world.apply(PUSH_PROXY, RunState.DONE, Look.PLAN);
			takeBackOAuth(world, RunState.DONE);
		})));
		all.add(of(PUSH_PROXY, "all of it was taken back, and checked again", enabled.andThen((world) -> {
			world.planUndo(PUSH_PROXY);
			world.apply(PUSH_PROXY, RunState.DONE, Look.PLAN);
			takeBackOAuth(world, RunState.DONE);
			world.look(OAUTH, Look.PLAN);
			world.look(PUSH_PROXY, Look.WAITS);
		})));
		all.add(of(PUSH_PROXY, "to be taken back after OAuth was", enabled.andThen((world) -> {
			takeBackOAuth(world, RunState.DONE);
			world.planUndo(PUSH_PROXY);
		})));
		all.add(of(OAUTH, "planned, then the domain was not verified", (world) -> {
			before(OAUTH, world);
			world.look(OAUTH, Look.PLAN);
			world.look(TENANT, Look.BLOCKED);
		}));
		all.add(of(SERVERS, "too old, and the tenant is not known", (world) -> {
			world.look(TENANT, Look.UNSEEN);
			world.look(SERVERS, Look.BLOCKED);
		}));
	}

	/** Seen waiting for a step that is in effect by now. */
	private static void freed(List<State> all) {
		all.add(of(OAUTH, "seen before anybody signed in", (world) -> {
			world.look(TENANT, Look.SIGN_IN);
			world.look(OAUTH, Look.SIGN_IN);
			world.wait(Duration.ofMinutes(1));
			before(OAUTH, world);
		}));
		Consumer<StateWorld> waiting = (world) -> {
			before(OAUTH, world);
			world.look(OAUTH, Look.PLAN);
			world.look(PUSH_PROXY, Look.WAITS);
			world.wait(Duration.ofMinutes(1));
		};
		all.add(of(PUSH_PROXY, "seen before OAuth came into effect",
				waiting.andThen((world) -> world.look(OAUTH, Look.FINE))));
		all.add(of(PUSH_PROXY, "seen before the servers came into effect, and OAuth has a plan",
				waiting.andThen((world) -> world.look(SERVERS, Look.FINE))));
	}

	private static void withOAuth(StateWorld world) {
		before(OAUTH, world);
		world.look(OAUTH, Look.PLAN);
		world.apply(OAUTH, RunState.DONE, Look.FINE);
	}

	private static void takeBackOAuth(StateWorld world, RunState end) {
		world.planUndo(OAUTH);
		world.apply(OAUTH, end, Look.PLAN);
	}

	/** The steps before one are in effect. */
	private static void before(StepName step, StateWorld world) {
		for (StepName earlier : StepName.values()) {
			if (earlier.compareTo(step) < 0) {
				world.look(earlier, Look.FINE);
			}
		}
	}

	private static State of(StepName step, String name, Consumer<StateWorld> walk) {
		return new State(NAMES.get(step) + ": " + name, step, walk);
	}

}

package io.hybridge.run.plan;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;

import io.hybridge.exchange.ExchangeState;
import io.hybridge.organization.OrganizationId;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.run.BuiltStates;
import io.hybridge.run.RunRequest;
import io.hybridge.run.Vantage;
import io.hybridge.run.plan.Planner.Planned;
import io.hybridge.step.Step;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.TargetState;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.Reading;

/** Looks at an organization and plans: the first verb of every step. Changes nothing. */
@Component
public class Inspector {

	private final RemoteReader reader;

	private final TargetStates targets;

	private final Planner planner;

	private final BuiltStates built;

	Inspector(RemoteReader reader, TargetStates targets, Planner planner, BuiltStates built) {
		this.reader = reader;
		this.targets = targets;
		this.planner = planner;
		this.built = built;
	}

	/**
	 * Looks for a run.
	 * @param run in whose step
	 * @param kind what a plan would be for
	 * @return what was seen and what came of it
	 */
	public Inspection inspect(RunRequest run, PlanKind kind) {
		return inspect(run, run.step(), kind, () -> this.targets.of(run.organization(), run.choice()));
	}

	/**
	 * Looks whether a plan still fits.
	 * @param run that carries it out, whose person looks
	 * @param plan with the choices that stand in it
	 * @return what was seen and what would be planned now
	 */
	public Inspection inspect(RunRequest run, Plan plan) {
		return inspect(run, plan.step(), plan.kind(), () -> this.targets.of(plan));
	}

	/**
	 * Judges what a person brought as a look of our own would be judged. The tenant is
	 * not asked; only what Microsoft 365 tells everybody of the domain.
	 * @return what every step that asks Exchange would say
	 */
	public Map<StepName, Examination> examine(OrganizationId organization, ExchangeState brought) {
		Observation seen = new Observation(brought.takenAt(), new Reading.Seen<>(brought),
				this.reader.discovery(organization), new Reading.SignInNeeded<>());
		Function<Step, Examination> judge = judge(organization, seen);
		Map<StepName, Examination> examined = new EnumMap<>(StepName.class);
		Arrays.stream(StepName.values())
			.map(Step::of)
			.filter(Step::asksExchange)
			.forEach((step) -> examined.put(step.name(), judge.apply(step)));
		return examined;
	}

	private Function<Step, Examination> judge(OrganizationId organization, Observation seen) {
		try {
			TargetState target = this.targets.of(organization, null);
			return (step) -> step.examine(seen, target);
		}
		catch (RemoteFailure failure) {
			return (step) -> Examination.unseen(failure);
		}
	}

	/**
	 * What is wanted depends on the cloud; while nobody knows it, nothing is concluded.
	 */
	private Inspection inspect(RunRequest run, StepName step, PlanKind kind, Supplier<TargetState> target) {
		OrganizationId organization = run.organization();
		Vantage from = this.built.beginLook(organization);
		Observation seen = this.reader.lookFor(organization, run.actor(), Step.of(step));
		try {
			return new Inspection(seen, this.planner.plan(organization, step, kind, seen, target.get()), from);
		}
		catch (RemoteFailure failure) {
			return new Inspection(seen, new Planned(Examination.unseen(failure), Optional.empty(), true), from);
		}
	}

}

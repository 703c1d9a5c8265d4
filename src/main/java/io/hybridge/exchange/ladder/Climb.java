package io.hybridge.exchange.ladder;

import java.util.ArrayList;
import java.util.List;

import io.hybridge.exchange.ladder.RungReading.Evidence;
import io.hybridge.exchange.powershell.AccessLook.Access;
import io.hybridge.remote.RemoteFailure;

/** Makes the readings of all rungs from how far one call came. */
final class Climb {

	private Climb() {
	}

	/** The readings so far, and nothing tried above them. */
	static List<RungReading> notTriedAfter(List<Rung> rungs, List<RungReading> below) {
		List<RungReading> readings = new ArrayList<>(below);
		rungs.stream().skip(below.size()).map(RungReading::notTried).forEach(readings::add);
		return readings;
	}

	/** The call failed: what lies below its rung holds, where it tells its rung. */
	static List<RungReading> broken(List<Rung> rungs, List<RungReading> below, RemoteFailure failure) {
		return FailedRung.of(failure.code())
			.filter(rungs::contains)
			.map((rung) -> broken(rungs, below, failure, rungs.indexOf(rung)))
			.orElseGet(() -> lost(rungs, below, failure));
	}

	private static List<RungReading> broken(List<Rung> rungs, List<RungReading> below, RemoteFailure failure,
			int broken) {
		List<RungReading> readings = new ArrayList<>(below.subList(0, Math.min(broken, below.size())));
		rungs.subList(readings.size(), broken)
			.stream()
			.map((rung) -> RungReading.holds(rung, List.of()))
			.forEach(readings::add);
		List<Evidence> seen = (broken < below.size()) ? below.get(broken).evidence() : List.of();
		readings.add(RungReading.failed(rungs.get(broken), seen, failure.code(), failure.evidence()));
		return notTriedAfter(rungs, readings);
	}

	/** Of everything above what was looked at it is not known whether it holds. */
	private static List<RungReading> lost(List<Rung> rungs, List<RungReading> below, RemoteFailure failure) {
		List<RungReading> readings = new ArrayList<>(below);
		readings.add(RungReading.unknown(rungs.get(below.size()), failure.code(), failure.evidence()));
		rungs.stream().skip(readings.size()).map((rung) -> RungReading.unknown(rung, "", "")).forEach(readings::add);
		return readings;
	}

	/** The answer came back: only rights can still be missing. */
	static List<RungReading> whole(List<Rung> rungs, List<RungReading> below, Access access) {
		List<RungReading> readings = new ArrayList<>(below);
		rungs.stream().skip(below.size()).map((rung) -> above(rung, access)).forEach(readings::add);
		return readings;
	}

	private static RungReading above(Rung rung, Access access) {
		return switch (rung) {
			case SIGN_IN -> RungReading.holds(rung, account(access));
			case POWERSHELL -> RungReading.holds(rung, List.of(new Evidence("powershell", access.powershell()),
					new Evidence("culture", access.culture())));
			case SESSION -> RungReading.holds(rung,
					access.servers().stream().map((server) -> new Evidence("server", server)).toList());
			case RIGHTS -> rights(access);
			default -> RungReading.holds(rung, List.of());
		};
	}

	private static List<Evidence> account(Access access) {
		List<Evidence> seen = new ArrayList<>();
		if (!access.account().isEmpty()) {
			seen.add(new Evidence("account", access.account()));
		}
		access.administrator().ifPresent((yes) -> seen.add(new Evidence("administrator", yes.toString())));
		return seen;
	}

	private static RungReading rights(Access access) {
		List<Evidence> missing = access.missing().stream().map((name) -> new Evidence("missing", name)).toList();
		return missing.isEmpty() ? RungReading.holds(Rung.RIGHTS, List.of())
				: RungReading.failed(Rung.RIGHTS, missing, "exchange.rights-missing", "");
	}

}

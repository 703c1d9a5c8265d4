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

	/** The call failed: what lies below its rung holds. */
	static List<RungReading> broken(List<Rung> rungs, List<RungReading> below, RemoteFailure failure) {
		Rung broken = FailedRung.of(failure.code())
			.filter(rungs::contains)
			.orElseGet(() -> rungs.stream().filter((rung) -> !rung.isBelowSignIn()).findFirst().orElseThrow());
		List<RungReading> readings = new ArrayList<>();
		for (int index = 0; index < rungs.size(); index++) {
			Rung rung = rungs.get(index);
			List<Evidence> seen = (index < below.size()) ? below.get(index).evidence() : List.of();
			if (rung == broken) {
				readings.add(RungReading.failed(rung, seen, failure.code(), failure.evidence()));
				return notTriedAfter(rungs, readings);
			}
			readings.add(RungReading.holds(rung, seen));
		}
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

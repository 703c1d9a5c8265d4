package io.hybridge.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.hybridge.organization.OrganizationId;
import io.hybridge.run.probe.ProbeResults.DeviceTested;
import io.hybridge.run.probe.ProbeResults.Probed;
import io.hybridge.run.status.StatusSettings;
import io.hybridge.run.status.StepStatus;
import io.hybridge.step.StepName;
import io.hybridge.step.examination.Cause;
import io.hybridge.step.examination.StepState;
import io.hybridge.web.PathHop.State;
import io.hybridge.web.text.StoredMessage;

import static org.assertj.core.api.Assertions.assertThat;

class PathViewTests {

	private static final Instant NOW = Instant.parse("2026-11-24T13:00:00Z");

	private static final Instant PROBED = NOW.minus(Duration.ofHours(2));

	private static final DeviceTested SEEN = new DeviceTested("yes", null, "Petra Kern", NOW);

	@Test
	void carriesWhenProbesAndAPersonProvedIt() {
		assertThat(states(inEffect(), probes(ok("ex1"), ok("ex2")), SEEN)).containsOnly(State.PROVED);
	}

	@Test
	void provesNoTokenWithoutAProbe() {
		assertThat(states(inEffect(), List.of(), SEEN)).containsExactly(State.PROVED, State.WAITING, State.NOT_REACHED,
				State.NOT_REACHED);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			The token request failed. AADSTS700027: Client assertion contains an invalid signature.|1
			No locally configured issuer was in the trusted_issuer list.                            |1
			Unable to connect to the remote server login.microsoftonline.com.                       |1
			The remote server returned an error: (403). Denied                                      |2
			Unable to connect to the remote server outlook.office365.com.                           |2
			The push notification proxy 'OnPrem-Proxy' is disabled.                                 |0
			The health manager on EX1 still caches the configuration from when push was disabled.   |0
			The certificate with thumbprint 7595 was not found on server EX1.                       |0
			Something nobody has ever seen                                                          |0
			""")
	void breaksTheHopThatTheErrorNames(String error, int hop) {
		List<State> states = states(inEffect(), probes(ok("ex1"), failed("ex2", error.strip())), SEEN);
		assertThat(states.subList(0, hop)).allMatch(State.PROVED::equals);
		assertThat(states.get(hop)).isEqualTo(State.BROKEN);
		assertThat(states.subList(hop + 1, 4)).containsOnly(State.NOT_REACHED);
	}

	@Test
	void breaksWhereTheFirstOfTwoFailuresStopped() {
		assertThat(states(inEffect(),
				probes(failed("ex1", "The remote server returned an error: (401)."), failed("ex2", "AADSTS700027")),
				null))
			.startsWith(State.PROVED, State.BROKEN, State.NOT_REACHED);
	}

	@Test
	void claimsNothingOfAServerThatCouldNotBeProbed() {
		Probed silent = new Probed("ex2.fabrikam.com", PROBED, false, "", "exchange.connect", "");
		assertThat(states(inEffect(), probes(ok("ex1"), silent), SEEN)).startsWith(State.PROVED, State.WAITING,
				State.NOT_REACHED);
	}

	@Test
	void breaksTheTokenWhereTheStepSaysSo() {
		List<StepStatus> steps = with(StepName.OAUTH, StepState.NEEDS_ATTENTION, Cause.OTHER);
		assertThat(states(steps, probes(ok("ex1")), SEEN)).containsExactly(State.PROVED, State.BROKEN,
				State.NOT_REACHED, State.NOT_REACHED);
	}

	@Test
	void breaksTheServerWhereTheProxyIsDisabledAgain() {
		List<StepStatus> steps = with(StepName.PUSH_PROXY, StepState.NEEDS_ATTENTION, Cause.PROXY_OFF);
		assertThat(states(steps, probes(ok("ex1")), SEEN)).startsWith(State.BROKEN, State.NOT_REACHED);
	}

	@Test
	void provesNoServerWhoseProxyIsOffWhateverThatWaitsFor() {
		List<StepStatus> steps = with(StepName.PUSH_PROXY, StepState.CANNOT_START, Cause.PROXY_OFF);
		steps.set(StepName.OAUTH.ordinal(), step(StepName.OAUTH, StepState.NEEDS_ATTENTION, Cause.OTHER));
		List<HopState> hops = PathView.of(steps, probes(ok("ex1")), SEEN);
		assertThat(hops.getFirst().state()).isEqualTo(State.WAITING);
		assertThat(hops.getFirst().reason().key()).isEqualTo("finding.proxy-disabled.brief");
		assertThat(hops.get(1).state()).as("the step that leads").isEqualTo(State.BROKEN);
		steps.set(StepName.OAUTH.ordinal(), step(StepName.OAUTH, StepState.READY_TO_PLAN, Cause.OTHER));
		assertThat(PathView.of(steps, probes(ok("ex1")), SEEN).get(1).status()).as("the step that leads")
			.isEqualTo("ready");
	}

	@Test
	void doesNotTakeALostSignInForABrokenPath() {
		List<StepStatus> steps = with(StepName.TENANT, StepState.NEEDS_ATTENTION, Cause.SIGN_IN);
		assertThat(states(steps, probes(ok("ex1")), SEEN)).containsOnly(State.PROVED);
		steps = with(StepName.OAUTH, StepState.NEEDS_ATTENTION, Cause.SIGN_IN);
		assertThat(states(steps, probes(ok("ex1")), SEEN)).startsWith(State.PROVED, State.UNKNOWN, State.NOT_REACHED);
		steps = with(StepName.TENANT, StepState.NEEDS_ATTENTION, Cause.OTHER);
		assertThat(states(steps, probes(ok("ex1")), SEEN)).startsWith(State.PROVED, State.PROVED, State.BROKEN);
	}

	@Test
	void callsOldWhatNobodyLookedAtSinceYesterday() {
		List<StepStatus> old = Arrays.stream(StepName.values())
			.map((step) -> step(step, StepState.OLD, Cause.OTHER))
			.toList();
		assertThat(PathView.of(old, probes(ok("ex1")), SEEN)).extracting(HopState::status)
			.containsExactly("old", "old", "old", "in-effect");
	}

	@Test
	void provesNoTokenOnceTheCertificateThatWasSeenHasEnded() {
		assertThat(aged(Duration.ofHours(1), Duration.ofDays(12))).as("still to come").containsOnly(State.PROVED);
		assertThat(aged(Duration.ofHours(1), Duration.ofMinutes(-1))).as("over")
			.containsExactly(State.PROVED, State.WAITING, State.NOT_REACHED, State.NOT_REACHED);
		assertThat(aged(Duration.ofDays(13), Duration.ofDays(-1))).as("over, and an old look")
			.startsWith(State.PROVED, State.WAITING, State.NOT_REACHED, State.NOT_REACHED);
	}

	@Test
	void callsTheTokenOldWhereTheEndOfTheCertificateWasSeenLongAgo() {
		List<HopState> path = PathView.of(ending(Duration.ofHours(25), Duration.ofDays(12)), probes(ok("ex1")), SEEN);
		assertThat(path).extracting(HopState::status).containsExactly("in-effect", "old", "in-effect", "in-effect");
		assertThat(path.get(1).state()).isEqualTo(State.WAITING);
	}

	@Test
	void breaksTheTokenAndNothingElseWhereTheAuthCertificateIsOut() {
		List<StepStatus> steps = with(StepName.OAUTH, StepState.OUTAGE, Cause.OTHER);
		steps.set(1, step(StepName.SERVERS, StepState.NEEDS_ATTENTION, Cause.OTHER));
		assertThat(states(steps, List.of(), null)).containsExactly(State.WAITING, State.BROKEN, State.NOT_REACHED,
				State.NOT_REACHED);
	}

	@Test
	void breaksThePhoneWhereAPersonSawNoNumber() {
		DeviceTested none = new DeviceTested("no", null, "Petra Kern", NOW);
		assertThat(states(inEffect(), probes(ok("ex1")), none)).endsWith(State.PROVED, State.BROKEN);
		assertThat(states(inEffect(), probes(ok("ex1")), null)).endsWith(State.PROVED, State.WAITING);
	}

	@Test
	void showsTheNumberOnThePhoneAndWhoSawIt() {
		DeviceTested three = new DeviceTested("yes", null, "Petra Kern", NOW, 3);
		HopState phone = PathView.of(inEffect(), probes(ok("ex1")), three, three).getLast();
		assertThat(phone.badge()).isEqualTo(3);
		assertThat(phone.reason())
			.isEqualTo(StoredMessage.of("monitoring.hop.phone.seen-number", "Petra Kern", NOW, 3));
	}

	@Test
	void saysOfANumberBehindABreakThatItWasSeenBefore() {
		DeviceTested three = new DeviceTested("yes", null, "Petra Kern", NOW, 3);
		List<StepStatus> steps = with(StepName.OAUTH, StepState.NEEDS_ATTENTION, Cause.OTHER);
		for (DeviceTested counting : new DeviceTested[] { three, null }) {
			HopState phone = PathView.of(steps, probes(ok("ex1")), counting, three).getLast();
			assertThat(phone.state()).isEqualTo(State.NOT_REACHED);
			assertThat(phone.badge()).isEqualTo(3);
			assertThat(phone.reason().key()).isEqualTo("monitoring.hop.phone.last-number");
		}
	}

	/** After a take-back, or where somebody else switched it off. */
	@Test
	void drawsNoNumberWithoutThePushProxy() {
		DeviceTested three = new DeviceTested("yes", null, "Petra Kern", NOW, 3);
		HopState phone = PathView
			.of(with(StepName.PUSH_PROXY, StepState.READY_TO_PLAN, Cause.OTHER), List.of(), null, three)
			.getLast();
		assertThat(phone.badge()).isNull();
		assertThat(phone.reason().key()).isEqualTo("monitoring.hop.phone.last-number");
		assertThat(PathView
			.of(with(StepName.OAUTH, StepState.NEEDS_ATTENTION, Cause.OTHER), probes(ok("ex1")), null, three)
			.getLast()
			.badge()).as("while it is on").isEqualTo(3);
	}

	@Test
	void saysThatNobodyTestedOnlyWhereNobodyEverSawIt() {
		assertThat(PathView.of(inEffect(), probes(ok("ex1")), null, null).getLast().reason().key())
			.isEqualTo("monitoring.hop.phone.waiting");
		HopState phone = PathView.of(inEffect(), probes(ok("ex1")), null, SEEN).getLast();
		assertThat(phone.reason().key()).isEqualTo("monitoring.hop.phone.last");
		assertThat(phone.status()).isEqualTo("waiting");
		assertThat(phone.badge()).isNull();
	}

	private static List<State> aged(Duration seen, Duration ends) {
		return PathView.of(ending(seen, ends), probes(ok("ex1")), SEEN).stream().map(HopState::state).toList();
	}

	/** Only OAuth ages, so that the others are in nobody's way. */
	private static List<StepStatus> ending(Duration seen, Duration ends) {
		List<StepStatus> steps = new ArrayList<>(inEffect());
		steps.set(StepName.OAUTH.ordinal(),
				new StepStatus(new OrganizationId(1), StepName.OAUTH, StepState.IN_EFFECT, StoredMessage.of("x"),
						Cause.OTHER, NOW.minus(seen), NOW.plus(ends), null, null, null)
					.at(NOW, new StatusSettings(Duration.ofHours(24), Duration.ofDays(30))));
		return steps;
	}

	private static List<State> states(List<StepStatus> steps, List<Probed> probes, DeviceTested device) {
		return PathView.of(steps, probes, device).stream().map(HopState::state).toList();
	}

	private static List<StepStatus> inEffect() {
		return Arrays.stream(StepName.values()).map((step) -> step(step, StepState.IN_EFFECT, Cause.OTHER)).toList();
	}

	private static List<StepStatus> with(StepName step, StepState state, Cause cause) {
		List<StepStatus> steps = new ArrayList<>(inEffect());
		steps.set(step.ordinal(), step(step, state, cause));
		return steps;
	}

	private static StepStatus step(StepName step, StepState state, Cause cause) {
		return new StepStatus(new OrganizationId(1), step, state, StoredMessage.of("x"), cause, NOW.minusSeconds(60),
				null, null, null, null);
	}

	private static List<Probed> probes(Probed... probes) {
		return List.of(probes);
	}

	private static Probed ok(String server) {
		return new Probed(server + ".fabrikam.com", PROBED, true, "Succeeded", "", "");
	}

	private static Probed failed(String server, String error) {
		return new Probed(server + ".fabrikam.com", PROBED, true, "Failed", error, "");
	}

}

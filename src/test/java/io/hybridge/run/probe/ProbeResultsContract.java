package io.hybridge.run.probe;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.hybridge.audit.AuditKind;
import io.hybridge.organization.OrganizationId;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.run.LeasedRun;
import io.hybridge.run.probe.ProbeResults.DeviceTested;
import io.hybridge.run.probe.ProbeResults.Probed;

import static org.assertj.core.api.Assertions.assertThat;

/** What is told of probes and of tests with a phone, whatever the database. */
abstract class ProbeResultsContract extends ProbeDatabase {

	private static final RemoteFailure REFUSED = RemoteFailure.withoutEffect("EX2", "winrm.access-denied", "401");

	@Autowired
	private ProbeResults results;

	@Test
	void knowsNothingAtFirst() {
		assertThat(this.results.newestProbes(this.fabrikam)).isEmpty();
		assertThat(this.results.newestDeviceTest(this.fabrikam)).isEmpty();
		assertThat(this.results.probesOf(Long.MAX_VALUE)).isEmpty();
	}

	@Test
	void tellsOfEveryServerWhatItShowedOrThatItCouldNotBeAsked() {
		LeasedRun run = verify();
		List<JournaledProbe> probes = open(run);
		this.journal.probed(run, probes.getFirst().id(), result("Succeeded", "", ""));
		this.clock.advance(Duration.ofSeconds(1));
		this.journal.notReached(run, probes.getLast().id(), AuditKind.PROBE, REFUSED);
		List<Probed> told = this.results.newestProbes(this.fabrikam);
		assertThat(told).containsExactly(new Probed("ex1.fabrikam.com", NOW, true, "Succeeded", "", ""),
				new Probed("ex2.fabrikam.com", NOW.plusSeconds(1), false, "", "winrm.access-denied", ""));
		assertThat(this.results.probesOf(run.run().id())).isEqualTo(told);
	}

	@Test
	void tellsOfTheNewestRoundThatWasFinished() {
		LeasedRun first = verify();
		finish(first, "Succeeded");
		LeasedRun second = verify();
		finish(second, "Failed");
		LeasedRun third = verify();
		List<JournaledProbe> open = open(third);
		this.journal.probed(third, open.getFirst().id(), result("Succeeded", "", ""));
		assertThat(this.results.newestProbes(this.fabrikam)).extracting(Probed::resultType)
			.as("one server of the newest round is still to come")
			.containsExactly("Failed", "Failed");
		this.journal.probed(third, open.getLast().id(), result("Succeeded", "", ""));
		assertThat(this.results.newestProbes(this.fabrikam)).extracting(Probed::resultType)
			.containsExactly("Succeeded", "Succeeded");
	}

	@Test
	void passesOverARunThatFoundNoServer() {
		finish(verify(), "Succeeded");
		end(verify());
		assertThat(this.results.newestProbes(this.fabrikam)).hasSize(2);
	}

	@Test
	void tellsNothingOfAnotherOrganization() {
		finish(verify(), "Succeeded");
		OrganizationId former = this.fabrikam;
		register();
		assertThat(this.results.newestProbes(this.fabrikam)).isEmpty();
		assertThat(this.results.newestProbes(former)).hasSize(2);
	}

	@Test
	void takesAResultWithAnExceptionForNoProof() {
		LeasedRun run = verify();
		for (JournaledProbe probe : open(run)) {
			this.journal.probed(run, probe.id(), result("Succeeded", "", "SocketException"));
		}
		assertThat(ProbeVerdict.of(this.results.newestProbes(this.fabrikam))).isEqualTo(ProbeVerdict.FAILED);
	}

	@Test
	void tellsOfTheNewestTestWithAPhone() {
		test(this.fabrikam, "not-yet", null, NOW);
		test(this.fabrikam, "no", "Nothing on an iPhone 15", NOW.plusSeconds(60));
		assertThat(this.results.newestDeviceTest(this.fabrikam))
			.contains(new DeviceTested("no", "Nothing on an iPhone 15", "Petra Kern", NOW.plusSeconds(60)));
		test(this.fabrikam, "yes", null, NOW.plusSeconds(90));
		assertThat(this.results.newestDeviceTest(this.fabrikam))
			.contains(new DeviceTested("yes", null, "Petra Kern", NOW.plusSeconds(90)));
	}

	@Test
	void remembersWhatAPhoneShowedWhateverCameAfter() {
		assertThat(this.results.lastSeenOnAPhone(this.fabrikam)).isEmpty();
		test(this.fabrikam, "yes", null, NOW);
		this.jdbc.sql("update device_test set badge_number = 3, built = 99").update();
		test(this.fabrikam, "no", null, NOW.plusSeconds(60));
		assertThat(this.results.newestDeviceTest(this.fabrikam).map(DeviceTested::answer)).contains("no");
		assertThat(this.results.lastSeenOnAPhone(this.fabrikam))
			.contains(new DeviceTested("yes", null, "Petra Kern", NOW, 3));
	}

	private void finish(LeasedRun run, String resultType) {
		open(run).forEach((probe) -> this.journal.probed(run, probe.id(), result(resultType, "", "")));
		end(run);
	}

	private void test(OrganizationId organization, String answer, String note, Instant at) {
		this.jdbc.sql("""
				insert into device_test (organization_id, answer, note, account_id, account_name, recorded_at)
				values (:organization, :answer, :note, 7, 'Petra Kern', :at)""")
			.param("organization", organization.value())
			.param("answer", answer)
			.param("note", note)
			.param("at", at.atOffset(ZoneOffset.UTC))
			.update();
	}

}

package io.hybridge.enablement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.FileSystemUtils;

import io.hybridge.lab.world.OpenLab;
import io.hybridge.lab.world.Scenario;
import io.hybridge.support.ApplicationTest;
import io.hybridge.support.MutableClock;

/**
 * The wizard on one running lab, which all its tests share. Runs go on only when a test
 * says so, and the time stands still in between.
 */
@ApplicationTest
@Import(WizardDriver.class)
@TestPropertySource(
		properties = { "db-scheduler.polling-interval=1h", "db-scheduler.immediate-execution-enabled=false" })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LabWizard {

	static final OpenLab LAB = open();

	@Autowired
	WizardDriver desk;

	@Autowired
	MutableClock clock;

	@Autowired
	JdbcClient jdbc;

	private Instant now;

	@DynamicPropertySource
	static void reachTheLab(DynamicPropertyRegistry settings) {
		settings.add("hybridge.lab.control", () -> LAB.world().controlAddress());
		settings.add("hybridge.lab.folder", LAB::folder);
	}

	@BeforeAll
	void signIn() throws Exception {
		LAB.faults().clear();
		// The lab lives in real time: what it makes must not lie in the console's future.
		this.clock.set(LAB.time().instant());
		this.desk.open(LAB);
		this.now = this.clock.instant();
	}

	@BeforeEach
	void goOnFromTheLastTest() {
		this.clock.set(this.now);
		LAB.faults().clear();
	}

	@AfterEach
	void keepTheTime() {
		this.now = this.clock.instant();
	}

	/** A world that began anew has nothing of ours, whatever the journal says. */
	void forgetWhatWasMade() {
		this.jdbc.sql("update step_change set undone = true").update();
	}

	private static OpenLab open() {
		OpenLab lab = OpenLab.anywhere(Scenario.STANDARD);
		Runtime.getRuntime().addShutdownHook(new Thread(() -> close(lab)));
		return lab;
	}

	private static void close(OpenLab lab) {
		lab.close();
		try {
			FileSystemUtils.deleteRecursively(lab.folder());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

package io.hybridge.lab.world;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import io.hybridge.HybridgeApplication;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/** Nothing that acts knows the lab. */
class LabIsolationTests {

	private final JavaClasses main = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.hybridge");

	@Test
	void isUsedByNothingButTheSwitchThatStartsItAlone() {
		ArchRule rule = noClasses().that()
			.resideOutsideOfPackage("io.hybridge.lab..")
			.and()
			.doNotHaveFullyQualifiedName(HybridgeApplication.class.getName())
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.hybridge.lab..");
		rule.check(this.main);
	}

	@Test
	void wouldBeSeenIfItWereUsed() {
		ArchRule rule = noClasses().that()
			.resideOutsideOfPackage("io.hybridge.lab..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.hybridge.lab..");
		assertThat(rule.evaluate(this.main).hasViolation()).isTrue();
	}

	@Test
	void doesNotLetItsWorldsKnowTheConsole() {
		worldsKnowingTheConsole("io.hybridge.lab", "io.hybridge.lab.certificate..", "io.hybridge.lab.exchange..",
				"io.hybridge.lab.tenant..", "io.hybridge.lab.phone..", "io.hybridge.lab.world..")
			.check(this.main);
	}

	@Test
	void wouldBeSeenIfAWorldKnewTheConsole() {
		assertThat(worldsKnowingTheConsole("io.hybridge.lab.console..").evaluate(this.main).hasViolation()).isTrue();
	}

	private static ArchRule worldsKnowingTheConsole(String... worlds) {
		return noClasses().that()
			.resideInAnyPackage(worlds)
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.hybridge.lab.console..", "org.springframework.web..", "io.hybridge.web..",
					"io.hybridge.security..", "io.hybridge.organization..");
	}

}

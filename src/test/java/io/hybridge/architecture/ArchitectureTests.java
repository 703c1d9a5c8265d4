package io.hybridge.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.hybridge.architecture.fixture.PublicUtil;

import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTests {

	private static final JavaClasses PRODUCT = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.hybridge");

	private static final JavaClasses FIXTURE = new ClassFileImporter()
		.importPackages(PublicUtil.class.getPackageName());

	private static final Pattern CHANGES_THE_RECORD = Pattern.compile(
			"(?i)(update\\s+audit_entry|(delete\\s+from|truncate(\\s+table)?|drop\\s+table|merge\\s+into)\\s+audit_)");

	static Stream<Arguments> rules() {
		return Stream.of(Arguments.of("nothing uses the lab", Rules.NOTHING_USES_THE_LAB),
				Arguments.of("names say what a thing is", Rules.NAMES_SAY_WHAT_A_THING_IS),
				Arguments.of("time comes from the clock", Rules.TIME_COMES_FROM_THE_CLOCK),
				Arguments.of("controllers are hidden", Rules.CONTROLLERS_ARE_HIDDEN),
				Arguments.of("nothing is injected into fields", Rules.NOTHING_IS_INJECTED_INTO_FIELDS),
				Arguments.of("public types are used elsewhere", Rules.PUBLIC_TYPES_ARE_USED_ELSEWHERE));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("rules")
	void theProductKeepsTheRule(String name, ArchRule rule) {
		rule.check(PRODUCT);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("rules")
	void theRuleTurnsRedOnTheFixture(String name, ArchRule rule) {
		assertThat(rule.evaluate(FIXTURE).hasViolation()).isTrue();
	}

	@Test
	void nothingInTheProductChangesTheRecord() throws Exception {
		assertThat(offenders(Path.of("src/main/java"))).isEmpty();
		assertThat(offenders(Path.of("db/migration"))).isEmpty();
	}

	@Test
	void aStatementThatChangesTheRecordIsNoticed() {
		assertThat("UPDATE audit_entry set outcome = 'DONE'").containsPattern(CHANGES_THE_RECORD);
		assertThat("delete from audit_entry").containsPattern(CHANGES_THE_RECORD);
		assertThat("update audit_chain set last_number = last_number + 1").doesNotContainPattern(CHANGES_THE_RECORD);
	}

	private static java.util.List<Path> offenders(Path folder) throws Exception {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).filter(ArchitectureTests::changesTheRecord).toList();
		}
	}

	private static boolean changesTheRecord(Path file) {
		try {
			return CHANGES_THE_RECORD.matcher(Files.readString(file)).find();
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}

package io.hybridge.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import io.hybridge.architecture.fixture.PublicUtil.OpenController;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

class ArchitectureTests {

	private static final JavaClasses PRODUCT = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.hybridge");

	private static final JavaClasses FIXTURE = new ClassFileImporter()
		.importPackages(PublicUtil.class.getPackageName());

	private static final Pattern CHANGES_THE_RECORD = Pattern.compile(
			"(?i)(update\\s+audit_entry|(delete\\s+from|truncate(\\s+table)?|drop\\s+table|merge\\s+into)\\s+audit_)");

	private static final Map<String, ArchRule> RULES = new TreeMap<>(
			Map.ofEntries(entry("nothing uses the lab", Rules.NOTHING_USES_THE_LAB),
					entry("names say what a thing is", Rules.NAMES_SAY_WHAT_A_THING_IS),
					entry("time comes from the clock", Rules.TIME_COMES_FROM_THE_CLOCK),
					entry("case is folded under a named locale", Rules.CASE_IS_FOLDED_UNDER_A_NAMED_LOCALE),
					entry("controllers are hidden", Rules.CONTROLLERS_ARE_HIDDEN),
					entry("nothing is injected into fields", Rules.NOTHING_IS_INJECTED_INTO_FIELDS),
					entry("public types are used elsewhere", Rules.PUBLIC_TYPES_ARE_USED_ELSEWHERE),
					entry("no rooms stand in a circle", RoomRules.NO_ROOMS_STAND_IN_A_CIRCLE),
					entry("no room is a hall", RoomRules.NO_ROOM_IS_A_HALL),
					entry("steps touch no world", RoomRules.STEPS_TOUCH_NO_WORLD),
					entry("steps know nobody who acts", RoomRules.STEPS_KNOW_NOBODY_WHO_ACTS),
					entry("changes know no step", RoomRules.CHANGES_KNOW_NO_STEP),
					entry("observations know neither step nor change",
							RoomRules.OBSERVATIONS_KNOW_NEITHER_STEP_NOR_CHANGE),
					entry("runs know nothing of their own rooms", RoomRules.RUNS_KNOW_NOTHING_OF_THEIR_OWN_ROOMS),
					entry("beans ask for few others", BeanRules.BEANS_ASK_FOR_FEW_OTHERS)));

	static Stream<Arguments> rules() {
		return RULES.entrySet().stream().map((rule) -> Arguments.of(rule.getKey(), rule.getValue()));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("rules")
	void theProductKeepsTheRule(String name, ArchRule rule) throws Exception {
		List<Exemption> exemptions = Exemption.all();
		assertThat(reports(rule, PRODUCT))
			.filteredOn((report) -> exemptions.stream().noneMatch((exemption) -> exemption.covers(name, report)))
			.isEmpty();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("rules")
	void theRuleTurnsRedOnTheFixture(String name, ArchRule rule) {
		assertThat(rule.evaluate(FIXTURE).hasViolation()).isTrue();
	}

	@Test
	void aStepThatTouchesAnyPartOfTheWorldIsNoticed() {
		assertThat(String.join("\n", reports(RoomRules.STEPS_TOUCH_NO_WORLD, FIXTURE))).contains("java.io.File",
				"java.nio.file.Path", "java.net.http.HttpClient", "java.sql.Connection", "java.lang.Thread",
				"jakarta.persistence.EntityManager", "org.springframework.context.ApplicationContext");
	}

	@Test
	void everyExceptionIsStillNeeded() throws Exception {
		assertThat(unneeded(Exemption.all(), PRODUCT)).isEmpty();
	}

	@Test
	void anExceptionThatNothingNeedsIsNoticed() {
		Exemption needed = new Exemption("controllers are hidden", OpenController.class.getName(), "seen red");
		Exemption mended = new Exemption("controllers are hidden", PublicUtil.class.getName(), "no controller");
		Exemption unknown = new Exemption("no such rule", OpenController.class.getName(), "mistyped");
		assertThat(unneeded(List.of(needed, mended, unknown), FIXTURE)).containsExactly(mended, unknown);
	}

	private static List<Exemption> unneeded(List<Exemption> exemptions, JavaClasses types) {
		return exemptions.stream()
			.filter((exemption) -> !RULES.containsKey(exemption.rule())
					|| reports(RULES.get(exemption.rule()), types).stream()
						.noneMatch((report) -> exemption.covers(exemption.rule(), report)))
			.toList();
	}

	private static List<String> reports(ArchRule rule, JavaClasses types) {
		return rule.evaluate(types).getFailureReport().getDetails();
	}

	@Test
	void everyRoomSaysWhatItIsFor() throws Exception {
		assertThat(roomsWithoutASign(Path.of("src/main/java/io/hybridge"))).isEmpty();
	}

	@Test
	void aRoomWithoutASignIsNoticed() throws Exception {
		Path fixture = Path.of("src/test/java/io/hybridge/architecture/fixture");
		assertThat(roomsWithoutASign(fixture)).contains(fixture.resolve("lab"), fixture.resolve("step"))
			.doesNotContain(fixture.resolve("run"));
	}

	@Test
	void everyRoomStandsInThePicture() throws Exception {
		assertThat(rooms(Path.of("src/main/java/io/hybridge"))).filteredOn((room) -> !drawn(room)).isEmpty();
	}

	@Test
	void aRoomThatIsNotInThePictureIsNoticed() {
		assertThat(drawn(Path.of("src/main/java/io/hybridge/nowhere"))).isFalse();
	}

	private static boolean drawn(Path room) {
		return Pattern.compile("\\b" + room.getFileName() + "(/|$)", Pattern.MULTILINE)
			.matcher(text(Path.of("docs/architecture.md")))
			.find();
	}

	/**
	 * Without an annotation a package-info leaves no class behind, so the sources are
	 * asked.
	 */
	private static List<Path> roomsWithoutASign(Path root) throws Exception {
		return rooms(root).stream()
			.filter((room) -> !text(room.resolve("package-info.java")).startsWith("/**"))
			.toList();
	}

	private static List<Path> rooms(Path root) throws Exception {
		try (Stream<Path> files = Files.walk(root)) {
			return files.filter((file) -> file.toString().endsWith(".java")).map(Path::getParent).distinct().toList();
		}
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

	private static List<Path> offenders(Path folder) throws Exception {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).filter(ArchitectureTests::changesTheRecord).toList();
		}
	}

	private static boolean changesTheRecord(Path file) {
		return CHANGES_THE_RECORD.matcher(text(file)).find();
	}

	private static String text(Path file) {
		try {
			return Files.exists(file) ? Files.readString(file) : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

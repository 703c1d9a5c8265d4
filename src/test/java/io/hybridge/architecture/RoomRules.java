package io.hybridge.architecture;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ClassesTransformer;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** How the rooms of the house, its packages, stand to each other. */
final class RoomRules {

	private static final int FULL = 20;

	private static final String SIGN = "package-info";

	static final ArchRule NO_ROOMS_STAND_IN_A_CIRCLE = all(rooms()).should(standInNoCircle());

	static final ArchRule NO_ROOM_IS_A_HALL = all(rooms()).should(holdFewTypes());

	static final ArchRule STEPS_TOUCH_NO_WORLD = noClasses().that()
		.resideInAnyPackage(room("step.."))
		.and()
		.doNotHaveSimpleName(SIGN)
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "java.net.http..", "java.io..", "java.nio.file..", "java.sql..",
				"jakarta.persistence..")
		.orShould()
		.dependOnClassesThat()
		.belongToAnyOf(Thread.class);

	static final ArchRule STEPS_KNOW_NOBODY_WHO_ACTS = noClasses().that()
		.resideInAnyPackage(room("step.."))
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage(room("run..", "enablement..", "monitoring..", "lab..", "security..", "audit.."));

	static final ArchRule CHANGES_KNOW_NO_STEP = noClasses().that()
		.resideInAnyPackage(room("step.change.."))
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage(room("step"));

	static final ArchRule OBSERVATIONS_KNOW_NEITHER_STEP_NOR_CHANGE = noClasses().that()
		.resideInAnyPackage(room("step.observation.."))
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage(room("step", "step.change.."));

	static final ArchRule RUNS_KNOW_NOTHING_OF_THEIR_OWN_ROOMS = noClasses().that()
		.resideInAnyPackage(room("run"))
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage(room("run.*.."));

	private RoomRules() {
	}

	/** A room of the product, and the one of the same name in the fixture. */
	private static String[] room(String... names) {
		return Arrays.stream(names)
			.flatMap((name) -> Stream.of("io.hybridge." + name, "io.hybridge.architecture.fixture." + name))
			.toArray(String[]::new);
	}

	private static ClassesTransformer<JavaPackage> rooms() {
		return new AbstractClassesTransformer<>("rooms") {
			@Override
			public Iterable<JavaPackage> doTransform(JavaClasses types) {
				return types.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
			}
		};
	}

	private static ArchCondition<JavaPackage> standInNoCircle() {
		return new ArchCondition<>("stand in no circle") {

			private Map<JavaPackage, Set<JavaPackage>> used;

			@Override
			public void init(Collection<JavaPackage> rooms) {
				this.used = rooms.stream()
					.collect(Collectors.toMap((room) -> room, JavaPackage::getPackageDependenciesFromThisPackage));
			}

			@Override
			public void check(JavaPackage room, ConditionEvents events) {
				Set<String> circle = this.used.get(room)
					.stream()
					.filter((next) -> reachable(next, this.used).contains(room))
					.map(JavaPackage::getName)
					.collect(Collectors.toCollection(TreeSet::new));
				if (!circle.isEmpty()) {
					events.add(SimpleConditionEvent.violated(room,
							room.getName() + " is in a circle through " + circle + ", by " + uses(room, circle)));
				}
			}
		};
	}

	private static Set<JavaPackage> reachable(JavaPackage from, Map<JavaPackage, Set<JavaPackage>> used) {
		Set<JavaPackage> seen = new HashSet<>();
		Deque<JavaPackage> open = new ArrayDeque<>(Set.of(from));
		while (!open.isEmpty()) {
			used.getOrDefault(open.pop(), Set.of()).stream().filter(seen::add).forEach(open::push);
		}
		return seen;
	}

	private static Set<String> uses(JavaPackage room, Set<String> circle) {
		return room.getClassDependenciesFromThisPackage()
			.stream()
			.filter((use) -> circle.contains(use.getTargetClass().getPackageName()))
			.map((use) -> use.getOriginClass().getName() + " -> " + use.getTargetClass().getName())
			.map((use) -> use.replace(room.getName() + ".", ""))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static ArchCondition<JavaPackage> holdFewTypes() {
		return new ArchCondition<>("hold at most " + FULL + " types") {
			@Override
			public void check(JavaPackage room, ConditionEvents events) {
				long types = room.getClasses()
					.stream()
					.filter((type) -> type.isTopLevelClass() && !type.isArray())
					.filter((type) -> !type.getSimpleName().equals(SIGN))
					.count();
				if (types > FULL) {
					events.add(SimpleConditionEvent.violated(room, room.getName() + " holds " + types + " types"));
				}
			}
		};
	}

}

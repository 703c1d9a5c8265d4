package io.hybridge.architecture;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/** What keeps the shape of the product; each rule is seen red on a fixture. */
final class Rules {

	private static final List<String> BANNED = List.of("Manager", "Helper", "Util", "Utils", "Impl", "Abstract", "Base",
			"Common", "Data", "Info", "Dto");

	private static final Pattern WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

	/** Names that are not ours to choose: the health manager is a service of Exchange. */
	private static final Set<String> NAMED_BY_OTHERS = Set.of("HealthManager");

	private static final Set<String> CLOCKS = Set.of(Instant.class.getName(), LocalDate.class.getName(),
			LocalDateTime.class.getName(), ZonedDateTime.class.getName(), OffsetDateTime.class.getName());

	static final ArchRule NOTHING_USES_THE_LAB = noClasses().that()
		.resideOutsideOfPackages("..lab..")
		.and()
		.doNotHaveSimpleName("HybridgeApplication")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("..lab..");

	static final ArchRule NAMES_SAY_WHAT_A_THING_IS = classes().should(haveNoBannedWord());

	static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses().that()
		.resideOutsideOfPackages("io.hybridge.lab..")
		.should()
		.callMethodWhere(target(readsTheSystemClock()));

	static final ArchRule CONTROLLERS_ARE_HIDDEN = classes().that()
		.areMetaAnnotatedWith(Controller.class)
		.should()
		.notBePublic();

	static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS = fields().should()
		.notBeAnnotatedWith(Autowired.class)
		.andShould()
		.notBeAnnotatedWith(Value.class);

	static final ArchRule PUBLIC_TYPES_ARE_USED_ELSEWHERE = classes().that()
		.areTopLevelClasses()
		.and()
		.areNotAnnotations()
		.and()
		.doNotHaveSimpleName("HybridgeApplication")
		.should(bePublicOnlyWhereUsed());

	static final ArchRule CASE_IS_FOLDED_UNDER_A_NAMED_LOCALE = noClasses().should()
		.callMethod(String.class, "toLowerCase")
		.orShould()
		.callMethod(String.class, "toUpperCase");

	private Rules() {
	}

	private static ArchCondition<JavaClass> haveNoBannedWord() {
		return new ArchCondition<>("have no word in their name that says nothing") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				String name = type.getSimpleName();
				for (String known : NAMED_BY_OTHERS) {
					name = name.replace(known, "");
				}
				Set<String> words = new TreeSet<>(List.of(WORD.split(name)));
				words.retainAll(BANNED);
				boolean shouting = name.toUpperCase(Locale.ROOT).endsWith("DTO");
				if (!words.isEmpty() || shouting) {
					events.add(SimpleConditionEvent.violated(type, type.getName() + " has " + words));
				}
			}
		};
	}

	private static DescribedPredicate<AccessTarget> readsTheSystemClock() {
		return new DescribedPredicate<>("now() without a clock, or the system's milliseconds") {
			@Override
			public boolean test(AccessTarget target) {
				String owner = target.getOwner().getName();
				boolean now = CLOCKS.contains(owner) && target.getName().equals("now")
						&& target instanceof AccessTarget.CodeUnitCallTarget call
						&& call.getRawParameterTypes()
							.stream()
							.noneMatch((type) -> type.isEquivalentTo(java.time.Clock.class));
				return now || (owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis"));
			}
		};
	}

	/**
	 * A public type is used by another package, or part of the signature of one that is,
	 * or made and called by a framework that needs it public.
	 */
	private static ArchCondition<JavaClass> bePublicOnlyWhereUsed() {
		return new ArchCondition<>("be public only where another package uses them") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				boolean used = type.getDirectDependenciesToSelf()
					.stream()
					.anyMatch((use) -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
				boolean bean = type.isMetaAnnotatedWith("org.springframework.stereotype.Component")
						|| type.isAnnotatedWith("jakarta.persistence.Entity") || type
							.isMetaAnnotatedWith("org.springframework.boot.context.properties.ConfigurationProperties");
				boolean mentioned = type.getDirectDependenciesToSelf()
					.stream()
					.anyMatch((use) -> use.getOriginClass().getModifiers().contains(JavaModifier.PUBLIC));
				if (type.getModifiers().contains(JavaModifier.PUBLIC) && !used && !bean && !mentioned) {
					events.add(SimpleConditionEvent.violated(type,
							type.getName() + " is public, but nobody else uses it"));
				}
			}
		};
	}

}

package io.hybridge.architecture;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

/** How much a bean may ask for. Records of settings are values, not beans. */
final class BeanRules {

	private static final int MANY = 5;

	static final ArchRule BEANS_ASK_FOR_FEW_OTHERS = classes().should(askForFewOthers());

	private BeanRules() {
	}

	private static ArchCondition<JavaClass> askForFewOthers() {
		return new ArchCondition<>("ask for at most " + MANY + " others") {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				hungriest(type).filter((unit) -> asked(unit) > MANY)
					.ifPresent((unit) -> events.add(SimpleConditionEvent.violated(type,
							type.getName() + " asks for " + asked(unit) + " others in " + unit.getName())));
			}
		};
	}

	/** The constructor or method, of those that make a bean, that takes the most. */
	private static Optional<JavaCodeUnit> hungriest(JavaClass type) {
		Stream<JavaCodeUnit> constructors = isBean(type) ? type.getConstructors().stream().map((unit) -> unit)
				: Stream.empty();
		Stream<JavaCodeUnit> factories = type.getMethods()
			.stream()
			.filter((method) -> method.isMetaAnnotatedWith(Bean.class))
			.map((unit) -> unit);
		return Stream.concat(constructors, factories).max(Comparator.comparing(BeanRules::asked));
	}

	private static boolean isBean(JavaClass type) {
		return type.isMetaAnnotatedWith(Component.class) || type.getConstructorCallsToSelf()
			.stream()
			.anyMatch((call) -> call.getOrigin().isMetaAnnotatedWith(Bean.class)
					&& type.isAssignableTo(returned(call.getOrigin())));
	}

	private static String returned(JavaCodeUnit factory) {
		return factory.getRawReturnType().getName();
	}

	private static int asked(JavaCodeUnit unit) {
		return unit.getRawParameterTypes().size();
	}

}

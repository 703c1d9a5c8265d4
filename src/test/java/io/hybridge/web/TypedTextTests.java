package io.hybridge.web;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.util.ClassUtils;

import static org.assertj.core.api.Assertions.assertThat;

class TypedTextTests {

	private static final String PASTED = " \u200B\u202A\tx y\u202C\u00A0\uFEFF\r\n";

	/** Kept as they come: secrets, whole texts, and what a list of choices sends. */
	private static final Set<String> AS_TYPED = Set.of("PasswordForm.current", "BroughtForm.answer",
			"JoinForm.language", "JoinForm.zone", "InvitationForm.role", "DeviceTestForm.answer",
			"LinkForm.exchangePassword", "LinkForm.authorities");

	/**
	 * Reads each of its fields when the list is asked for; has only choices; is typed by
	 * nobody.
	 */
	private static final Set<String> READ_OTHERWISE = Set.of("SearchForm", "PreferencesForm", "UnsentForm");

	@ParameterizedTest
	@ValueSource(strings = { "fabrikam.com", " fabrikam.com", "fabrikam.com\u00A0", "\u200Bfabrikam.com\r\n",
			"\u2067fabrikam.com\u2069", "\u3000fabrikam.com\u2028", "\uFEFFfabrikam.com\u0000" })
	void leavesOutWhatCannotBeSeenAroundIt(String typed) {
		assertThat(TypedText.line(typed)).isEqualTo("fabrikam.com");
	}

	@Test
	void leavesTheTextItselfAlone() {
		assertThat(TypedText.line("Petra \u200BKern")).isEqualTo("Petra \u200BKern");
		assertThat(TypedText.line("\u2764\uFE0F")).isEqualTo("\u2764\uFE0F");
		assertThat(TypedText.line(" \u200B ")).isEmpty();
		assertThat(TypedText.line(null)).isEmpty();
	}

	@Test
	void everyFormReadsItsLinesThisWay() throws Exception {
		List<String> otherwise = new ArrayList<>();
		List<String> seen = new ArrayList<>();
		for (Class<?> form : forms()) {
			for (RecordComponent field : form.getRecordComponents()) {
				String name = form.getSimpleName() + "." + field.getName();
				seen.add(name);
				if (field.getType() == String.class && !wanted(name).equals(read(form, field))) {
					otherwise.add(name);
				}
			}
		}
		assertThat(otherwise).isEmpty();
		assertThat(seen).contains("OrganizationForm.domain", "JoinForm.password", "ApplyForm.reason", "CodeForm.code")
			.containsAll(AS_TYPED);
	}

	private static String wanted(String name) {
		return (name.endsWith(".password") || AS_TYPED.contains(name)) ? PASTED : "x y";
	}

	private static Object read(Class<?> form, RecordComponent field) throws Exception {
		Class<?>[] types = Arrays.stream(form.getRecordComponents())
			.map(RecordComponent::getType)
			.toArray(Class<?>[]::new);
		Object[] values = Arrays.stream(form.getRecordComponents())
			.map((component) -> component.getName().equals(field.getName()) ? PASTED : null)
			.toArray();
		Constructor<?> constructor = form.getDeclaredConstructor(types);
		constructor.setAccessible(true);
		field.getAccessor().setAccessible(true);
		return field.getAccessor().invoke(BeanUtils.instantiateClass(constructor, values));
	}

	private static List<Class<?>> forms() {
		ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*Form")));
		return scanner.findCandidateComponents("io.hybridge")
			.stream()
			.<Class<?>>map((found) -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
			.filter(Class::isRecord)
			.filter((form) -> !READ_OTHERWISE.contains(form.getSimpleName()))
			.toList();
	}

}

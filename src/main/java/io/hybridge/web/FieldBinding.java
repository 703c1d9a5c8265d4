package io.hybridge.web;

import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.support.BindStatus;
import org.springframework.web.servlet.support.RequestContext;

/** Gives the form fragments a field's value and errors. */
@Component("fields")
public class FieldBinding {

	/** Attribute of a request: what was typed into the form of its page before. */
	public static final String UNSENT = "unsent";

	/**
	 * Looks at one field, or at the form as a whole.
	 * @param request of the page being rendered
	 * @param path model attribute and property, {@code form.email}, or {@code form}
	 * @return the field as bound
	 */
	public Bound bind(RequestContext request, String path) {
		String name = path.substring(path.indexOf('.') + 1);
		BindStatus status = request.getBindStatus(path, false);
		return new Bound(name, unsent(name).orElseGet(() -> shown(status)), List.of(status.getErrorMessages()));
	}

	/**
	 * All that is wrong with a form, for the list that stands first in it. What could not
	 * be bound at all came from no form of ours, so there is no field to lead to.
	 * @param request of the page being rendered
	 * @param form model attribute
	 * @return the problems, in the order of the fields; a form of ours is a record that
	 * has them as its page does
	 */
	public List<Problem> problems(RequestContext request, String form) {
		Errors errors = request.getErrors(form, false);
		return (errors == null) ? List.of()
				: errors.getAllErrors()
					.stream()
					.sorted(Comparator.comparing((error) -> place(error, errors)))
					.filter((error) -> !(error instanceof FieldError field) || !field.isBindingFailure())
					.map((error) -> new Problem((error instanceof FieldError field) ? id(field.getField()) : null,
							request.getMessage(error, false)))
					.toList();
	}

	/** What is wrong with the form as a whole comes first. */
	private static int place(ObjectError error, Errors errors) {
		RecordComponent[] fields = (errors instanceof BindingResult form && form.getTarget() != null)
				? form.getTarget().getClass().getRecordComponents() : null;
		return (fields != null && error instanceof FieldError field)
				? Stream.of(fields).map(RecordComponent::getName).toList().indexOf(field.getField()) : -1;
	}

	/**
	 * Whether something is to be put right in one of the fields, so that the fold that
	 * holds them must be open.
	 * @param request of the page being rendered
	 * @param form model attribute
	 * @param fields in the fold
	 */
	public boolean failed(RequestContext request, String form, String... fields) {
		Errors errors = request.getErrors(form, false);
		return errors != null && Stream.of(fields).anyMatch(errors::hasFieldErrors);
	}

	private static Optional<String> unsent(String name) {
		return (RequestContextHolder.currentRequestAttributes()
			.getAttribute(UNSENT, RequestAttributes.SCOPE_REQUEST) instanceof Map<?, ?> fields)
					? Optional.ofNullable((String) fields.get(name)) : Optional.empty();
	}

	private static String id(String property) {
		return property.replace('.', '-');
	}

	private static String shown(BindStatus status) {
		Object typed = (status.getValue() != null) ? status.getValue() : status.getActualValue();
		return (typed != null) ? typed.toString() : "";
	}

	/**
	 * Something to put right.
	 *
	 * @param field id of the field it is about, or null for the form as a whole
	 * @param text what is wrong
	 */
	public record Problem(String field, String text) {
	}

	/**
	 * A field as bound.
	 *
	 * @param name of the property
	 * @param value as typed
	 * @param errors beside it
	 */
	public record Bound(String name, String value, List<String> errors) {

		public String getId() {
			return id(this.name);
		}

		public boolean isFailed() {
			return !this.errors.isEmpty();
		}

		public boolean isTicked() {
			return this.value.equals("true");
		}

		/** The id of one of the errors. */
		public String errorId(int index) {
			return getId() + "-error" + ((index > 0) ? index : "");
		}

		public String describedBy(String hint) {
			Stream<String> hints = Stream.ofNullable(hint).map((text) -> getId() + "-hint");
			String ids = Stream.concat(hints, IntStream.range(0, this.errors.size()).mapToObj(this::errorId))
				.collect(Collectors.joining(" "));
			return ids.isEmpty() ? null : ids;
		}

	}

}

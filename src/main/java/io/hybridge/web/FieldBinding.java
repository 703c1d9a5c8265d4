package io.hybridge.web;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.BindStatus;
import org.springframework.web.servlet.support.RequestContext;

/** Gives the form fragments a field's value and errors. */
@Component("fields")
public class FieldBinding {

	/**
	 * Looks at one field, or at the form as a whole.
	 * @param request of the page being rendered
	 * @param path model attribute and property, {@code form.email}, or {@code form}
	 * @return the field as bound
	 */
	public Bound bind(RequestContext request, String path) {
		String name = path.substring(path.indexOf('.') + 1);
		BindStatus status = request.getBindStatus(path, false);
		return new Bound(name, shown(status), List.of(status.getErrorMessages()));
	}

	private static String shown(BindStatus status) {
		Object typed = (status.getValue() != null) ? status.getValue() : status.getActualValue();
		return (typed != null) ? typed.toString() : "";
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
			return this.name.replace('.', '-');
		}

		public boolean isFailed() {
			return !this.errors.isEmpty();
		}

		public boolean isTicked() {
			return this.value.equals("true");
		}

		public String describedBy(String hint) {
			String ids = ((hint != null) ? getId() + "-hint " : "") + (isFailed() ? getId() + "-error" : "");
			return ids.isEmpty() ? null : ids.trim();
		}

	}

}

package io.hybridge.lab.tenant.signin;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

import io.hybridge.lab.tenant.http.StsError;
import io.hybridge.lab.tenant.state.TenantState.Person;

/** Writes the sign-in page; every value is escaped. */
final class SignInHtml {

	private SignInHtml() {
	}

	/** Enter a code that is shown elsewhere, as one of the people. */
	static String form(Locale locale, String code, List<Person> people, String error) {
		String input = "<label for=\"code\">%s</label>".formatted(text(locale, "lab.sign-in.code"))
				+ "<input id=\"code\" name=\"code\" value=\"%s\" required autocomplete=\"off\" maxlength=\"20\">"
					.formatted(escape(code));
		return asked(locale, "/", input, people, error, "");
	}

	/** Sign in as one of the people, and go back to where the browser came from. */
	static String authorize(Locale locale, AuthorizationRequest asked, List<Person> people, String error) {
		String scopes = "<p class=\"hint\">%s</p>".formatted(text(locale, "lab.sign-in.asks-for", asked.scope()));
		String cancel = "<button name=\"cancel\" value=\"yes\" formnovalidate>%s</button>"
			.formatted(text(locale, "lab.sign-in.cancel"));
		return asked(locale, "?" + asked.query(), scopes, people, error, cancel);
	}

	private static String asked(Locale locale, String action, String first, List<Person> people, String error,
			String last) {
		StringBuilder html = new StringBuilder();
		html.append(
				"<h1>%s</h1><p>%s</p>".formatted(text(locale, "lab.sign-in.title"), text(locale, "lab.sign-in.lead")));
		if (error != null) {
			html.append("<p class=\"error\" role=\"alert\" id=\"error\">%s</p>".formatted(text(locale, error)));
		}
		html.append("<form method=\"post\" action=\"%s\">%s".formatted(escape(action), first));
		html.append("<fieldset><legend>%s</legend>".formatted(text(locale, "lab.sign-in.person")));
		for (int index = 0; index < people.size(); index++) {
			Person person = people.get(index);
			html.append(
					"<div><input type=\"radio\" id=\"person%s\" name=\"person\" value=\"%s\"%s> <label for=\"person%1$s\">%2$s<span>%s</span></label></div>"
						.formatted(index, escape(person.userPrincipalName()), (index == 0) ? " checked" : "", text(
								locale, person.mayWriteKeys() ? "lab.sign-in.administrator" : "lab.sign-in.user")));
		}
		html.append("</fieldset><label for=\"password\">%s</label><p class=\"hint\" id=\"hint\">%s</p>"
			.formatted(text(locale, "lab.sign-in.password"), text(locale, "lab.sign-in.password-hint")));
		html.append(
				"<input id=\"password\" name=\"password\" type=\"password\" required aria-describedby=\"hint\" autocomplete=\"current-password\">");
		html.append("<button type=\"submit\">%s</button>%s</form>".formatted(text(locale, "lab.sign-in.submit"), last));
		return page(locale, html.toString());
	}

	static String done(Locale locale, String name) {
		return page(locale, "<h1>%s</h1><p role=\"status\">%s</p>".formatted(text(locale, "lab.sign-in.done"),
				text(locale, "lab.sign-in.done-lead", name)));
	}

	static String blocked(Locale locale, String name, StsError reason) {
		return page(locale,
				"<h1>%s</h1><p class=\"error\" role=\"alert\" id=\"error\">%s</p><p class=\"hint\">%s</p>".formatted(
						text(locale, "lab.sign-in.blocked"), text(locale, "lab.sign-in.blocked-lead", name),
						escape(reason.words())));
	}

	static String refused(Locale locale, StsError reason) {
		return page(locale, "<h1>%s</h1><p class=\"error\" role=\"alert\" id=\"error\">%s</p>"
			.formatted(text(locale, "lab.sign-in.refused"), escape(reason.words())));
	}

	private static String page(Locale locale, String main) {
		return """
				<!DOCTYPE html>
				<html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
				<title>%s</title><link rel="stylesheet" href="/style.css"></head><body><main><p class="brand">Fabrikam<span>%s</span></p>%s</main></body></html>
				"""
			.formatted(locale.getLanguage(), text(locale, "lab.sign-in.title"), text(locale, "lab.sign-in.tag"), main);
	}

	private static String text(Locale locale, String key, Object... values) {
		ResourceBundle texts = ResourceBundle.getBundle("messages.lab", locale,
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
		return escape(new MessageFormat(texts.getString(key), locale).format(values));
	}

	static String escape(String text) {
		return text.replace("&", "&amp;")
			.replace("<", "&lt;")
			.replace(">", "&gt;")
			.replace("\"", "&quot;")
			.replace("'", "&#39;");
	}

}

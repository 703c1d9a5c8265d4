package io.hybridge.connection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.validation.Errors;

import io.hybridge.exchange.link.ServerLink;

/**
 * Which state of a link a form was filled in over, so that two people or tabs do not
 * overwrite one another unseen. Passwords are no part of it: nobody sees them.
 */
final class SeenLink {

	private SeenLink() {
	}

	/** The mark that a form carries; empty for a server without a link. */
	static String mark(ServerLink link) {
		if (link == null) {
			return "";
		}
		try {
			byte[] shown = (WayIn.of(link) + shown(LinkForm.of(link)).toString()).getBytes(StandardCharsets.UTF_8);
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(shown);
			return HexFormat.of().formatHex(hash, 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Says what is different by now, beside each field; what was typed stays.
	 * @param now the link as it is stored, or null
	 * @param mark of the state that the form was filled in over
	 */
	static void compare(ServerLink now, String mark, LinkForm typed, Errors errors) {
		if (mark(now).equals(mark)) {
			return;
		}
		errors.reject("connection.changed-meanwhile");
		Map<String, String> mine = shown(typed);
		Map<String, String> stored = (now != null) ? shown(LinkForm.of(now)) : Map.of();
		stored.forEach((field, value) -> {
			if (!value.isEmpty() && !value.equals(mine.get(field))) {
				errors.rejectValue(field, "connection.changed-meanwhile.field", new Object[] { value }, null);
			}
		});
	}

	private static Map<String, String> shown(LinkForm form) {
		Map<String, String> shown = new LinkedHashMap<>();
		shown.put("address", form.address());
		shown.put("port", form.port());
		shown.put("channel", form.channel());
		shown.put("trust", form.trust());
		shown.put("authorities", form.authorities());
		shown.put("pin", form.pin());
		shown.put("user", form.user());
		shown.put("realm", form.realm());
		shown.put("kdcs", form.kdcs());
		shown.put("keyFile", form.keyFile());
		shown.put("exchangeUser", form.exchangeUser());
		return shown;
	}

}

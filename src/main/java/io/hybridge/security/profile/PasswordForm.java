package io.hybridge.security.profile;

/**
 * A change of one's own password.
 *
 * @param current proves that it is really them
 * @param password the new one
 */
record PasswordForm(String current, String password) {

	PasswordForm {
		current = (current != null) ? current : "";
		password = (password != null) ? password : "";
	}

	@Override
	public String toString() {
		return "PasswordForm";
	}

}

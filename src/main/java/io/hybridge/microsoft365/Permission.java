package io.hybridge.microsoft365;

/** What the console asks an administrator for, as Microsoft Graph names it. */
public enum Permission {

	APPLICATION("Application.ReadWrite.All", "microsoft365.permission.application"),
	DIRECTORY("Directory.Read.All", "microsoft365.permission.directory"),
	DOMAIN("Domain.Read.All", "microsoft365.permission.domain"),
	ORGANIZATION("Organization.Read.All", "microsoft365.permission.organization"),
	USER("User.Read", "microsoft365.permission.user");

	private final String scope;

	private final String reasonKey;

	Permission(String scope, String reasonKey) {
		this.scope = scope;
		this.reasonKey = reasonKey;
	}

	/** Its name at Microsoft, for instance {@code Domain.Read.All}. */
	public String getScope() {
		return this.scope;
	}

	/** Key of the sentence that says what for. */
	public String getReasonKey() {
		return this.reasonKey;
	}

}

package io.hybridge.audit;

/**
 * Who acted, kept as plain id and name so that the record stays readable when the account
 * is gone.
 *
 * @param type person, the console itself, or somebody who is not signed in
 * @param id of the account, or null
 * @param name as shown when it happened
 * @param role that the person had when it happened, or null
 */
public record AuditActor(Type type, Long id, String name, String role) {

	/** Name of the parameter that holds the role in a record. */
	public static final String ROLE = "actorRole";

	/** What kind of actor. */
	public enum Type {

		PERSON, CONSOLE, STRANGER

	}

	/**
	 * Somebody who is signed in.
	 * @param role at that time; null in what was recorded before roles were
	 */
	public static AuditActor person(long id, String name, String role) {
		return new AuditActor(Type.PERSON, id, name, role);
	}

	public static AuditActor console() {
		return new AuditActor(Type.CONSOLE, null, "Hybridge", null);
	}

	public static AuditActor stranger(String claimedName) {
		return new AuditActor(Type.STRANGER, null, claimedName, null);
	}

}

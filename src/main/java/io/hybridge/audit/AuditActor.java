package io.hybridge.audit;

/**
 * Who acted, kept as plain id and name so that the record stays readable when the account
 * is gone.
 *
 * @param type person, the console itself, or somebody who is not signed in
 * @param id of the account, or null
 * @param name as shown when it happened
 */
public record AuditActor(Type type, Long id, String name) {

	/** What kind of actor. */
	public enum Type {

		PERSON, CONSOLE, STRANGER

	}

	public static AuditActor person(long id, String name) {
		return new AuditActor(Type.PERSON, id, name);
	}

	public static AuditActor console() {
		return new AuditActor(Type.CONSOLE, null, "Hybridge");
	}

	public static AuditActor stranger(String claimedName) {
		return new AuditActor(Type.STRANGER, null, claimedName);
	}

}

package io.hybridge.lab.tenant.state;

/** The kinds of effects in the ledger's world {@code tenant}. */
public enum TenantEffect {

	/** The tenant stands as the scenario says; carries its whole state. */
	TenantCreated,
	/** The keys on the principal were replaced. */
	KeysReplaced,
	/** A server got a token; changes no state. */
	TokenIssued,
	/** A server got no token; changes no state. */
	TokenRefused,
	/** A server's probe was accepted; changes no state. */
	ProbeAccepted,
	/** A server's notification was accepted; changes no state. */
	PushAccepted,
	/** A server's notification was refused; changes no state. */
	PushRefused

}

package io.hybridge.microsoft365.signin;

import java.time.Instant;
import java.util.Optional;

import io.hybridge.audit.AuditActor;
import io.hybridge.organization.OrganizationId;

/** Signs an administrator of a tenant in by device code, one attempt per organization. */
public interface SignIns {

	/**
	 * Asks for a device code and starts waiting for the person to enter it. A waiting
	 * attempt of the same organization is ended.
	 * @param organization whose tenant
	 * @param person who asked; recorded when the sign-in succeeds or fails
	 * @return the attempt as it stands
	 */
	Attempt start(OrganizationId organization, AuditActor person);

	/**
	 * How the sign-in stands; makes no remote call.
	 * @param organization whose tenant
	 * @return the newest attempt of this process, or the token that is kept, or empty
	 */
	Optional<Attempt> current(OrganizationId organization);

	/**
	 * Forgets the token.
	 * @param organization whose tenant
	 */
	void signOut(OrganizationId organization, AuditActor person);

	/**
	 * Somebody has signed in to an organization's tenant.
	 *
	 * @param organization whose tenant
	 * @param person who asked for the code here
	 */
	record SignedIn(OrganizationId organization, AuditActor person) {
	}

	/** One attempt to sign in. */
	sealed interface Attempt {

		/**
		 * The name by which a page chooses what to show.
		 * @return {@code waiting}, {@code signed-in} or {@code failed}
		 */
		default String stage() {
			return switch (this) {
				case Waiting waiting -> "waiting";
				case SignedInAs signedIn -> "signed-in";
				case Failed failed -> "failed";
			};
		}

		/**
		 * The code is shown and not yet entered.
		 *
		 * @param userCode to be entered
		 * @param verificationUri where
		 * @param expiresAt when the code ends
		 */
		record Waiting(String userCode, String verificationUri, Instant expiresAt) implements Attempt {
		}

		/**
		 * Somebody is signed in.
		 *
		 * @param userName user principal name
		 * @param at since when
		 * @param until when the token is forgotten at the latest
		 */
		record SignedInAs(String userName, Instant at, Instant until) implements Attempt {
		}

		/**
		 * The attempt ended without a token.
		 *
		 * @param code key below {@code failure.} in the messages
		 * @param evidence Microsoft's own words
		 */
		record Failed(String code, String evidence) implements Attempt {
		}

	}

}

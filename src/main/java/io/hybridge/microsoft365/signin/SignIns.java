package io.hybridge.microsoft365.signin;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.hybridge.audit.AuditActor;
import io.hybridge.organization.OrganizationId;

/**
 * Signs an administrator of a tenant in, by browser or by device code. A sign-in belongs
 * to the person who made it and to that person's session; one attempt per person and
 * organization.
 */
public interface SignIns {

	/** Where a person goes on who came from nowhere in particular. */
	String STEP = "tenant";

	/** The console's address of this is what an app registration has to know. */
	String RETURN = "/sign-in/microsoft365";

	/**
	 * Prepares a sign-in in the person's browser. A waiting attempt of the same person is
	 * ended.
	 * @param organization whose tenant
	 * @param person who asked; only that person's browser may come back
	 * @param visit from where and to where
	 * @return where the browser goes, or empty where {@link #current} tells why not
	 */
	Optional<URI> leave(OrganizationId organization, AuditActor person, Visit visit);

	/**
	 * Asks for a device code and starts waiting for the person to enter it. A waiting
	 * attempt of the same person is ended.
	 * @param organization whose tenant
	 * @param person who asked; recorded when the sign-in succeeds or fails
	 * @param session of that person, with which the sign-in ends
	 * @return the attempt as it stands
	 */
	Attempt start(OrganizationId organization, AuditActor person, String session);

	/**
	 * How a person's sign-in stands; makes no remote call.
	 * @param organization whose tenant
	 * @param person whose sign-in
	 * @return that person's newest attempt in this process, or the token that is kept, or
	 * empty
	 */
	Optional<Attempt> current(OrganizationId organization, AuditActor person);

	/**
	 * Why the newest attempt gave no token, also where an older sign-in is still kept.
	 * @param organization whose tenant
	 * @param person whose attempt
	 */
	Optional<Attempt.Failed> refusal(OrganizationId organization, AuditActor person);

	/**
	 * Who else is signed in, each for their own deeds only.
	 * @param organization whose tenant
	 * @param person who is left out
	 * @return their names at this console
	 */
	List<String> others(OrganizationId organization, AuditActor person);

	/**
	 * Forgets a person's token.
	 * @param organization whose tenant
	 * @param person whose token
	 */
	void signOut(OrganizationId organization, AuditActor person);

	/**
	 * Forgets the tokens of all, because the organization is not what they signed in for.
	 * @param organization whose tenant
	 * @param person who changed it
	 */
	void endAll(OrganizationId organization, AuditActor person);

	/**
	 * Somebody has signed in to an organization's tenant.
	 *
	 * @param organization whose tenant
	 * @param person who asked for it here
	 * @param place where that person goes on
	 */
	record SignedIn(OrganizationId organization, AuditActor person, String place) {
	}

	/**
	 * A browser that goes to Microsoft and comes back.
	 *
	 * @param session of the console to which it has to come back
	 * @param redirect address to which it comes back
	 * @param place where the person goes on afterwards
	 */
	record Visit(String session, String redirect, String place) {

		@Override
		public String toString() {
			return "Visit[" + this.place + "]";
		}

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

		default boolean signedIn() {
			return this instanceof SignedInAs;
		}

		/** Whether somebody is signed in, and Microsoft wants a new sign-in. */
		default boolean wanting() {
			return this instanceof SignedInAs signedIn && signedIn.challenged();
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
		 * @param objectId of the person in the tenant, or empty
		 * @param tenantId of the tenant that the token is good for
		 * @param home the other tenant in which that person is at home, or null
		 * @param at since when
		 * @param until when the token is forgotten at the latest
		 * @param challenged whether Microsoft wants a new sign-in that says more
		 * @param missing names of permissions that were asked for and not granted
		 */
		record SignedInAs(String userName, String objectId, String tenantId, String home, Instant at, Instant until,
				boolean challenged, List<String> missing) implements Attempt {
		}

		/**
		 * The attempt ended without a token.
		 *
		 * @param code key below {@code failure.} in the messages
		 * @param evidence Microsoft's own words
		 */
		record Failed(String code, String evidence) implements Attempt {

			private static final Set<String> OF_APPLICATION = Set.of("microsoft365.no-client-id",
					"microsoft365.client-unknown", "microsoft365.client-disabled", "microsoft365.client-not-public",
					"microsoft365.consent", "microsoft365.permission-not-registered", "microsoft365.redirect-unknown",
					"microsoft365.redirect-kind");

			/** Whether a person has to say first in which cloud the tenant is. */
			public boolean ofCloud() {
				return this.code.equals("microsoft365.other-cloud");
			}

			/** Whether the reason lies with how the application is registered. */
			public boolean ofApplication() {
				return OF_APPLICATION.contains(this.code);
			}

		}

	}

}

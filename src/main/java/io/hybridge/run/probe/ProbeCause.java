package io.hybridge.run.probe;

import java.util.Optional;

import io.hybridge.step.StepName;

/** Why a probe fails: a family of failures that mean the same and are mended alike. */
public enum ProbeCause {

	/** Microsoft 365 has no key that fits the signature. */
	KEY_UNKNOWN("PROBE-KEY-UNKNOWN", Side.MICROSOFT_365, Leg.TOKEN, StepName.OAUTH),

	/** The key is there and its time is over. */
	KEY_ENDED("PROBE-KEY-ENDED", Side.MICROSOFT_365, Leg.TOKEN, StepName.OAUTH),

	/** The server asks for a tenant that is not there, in this cloud at least. */
	TENANT_UNKNOWN("PROBE-TENANT-UNKNOWN", Side.SERVER, Leg.TOKEN, StepName.OAUTH),

	/** The application is missing or switched off. */
	APPLICATION("PROBE-APPLICATION", Side.MICROSOFT_365, Leg.TOKEN, null),

	/** A policy of the tenant lets no token go. */
	POLICY("PROBE-POLICY", Side.MICROSOFT_365, Leg.TOKEN, null),

	/** What the server signed is not valid yet, or no longer, by Microsoft's clock. */
	CLOCK("PROBE-CLOCK", Side.SERVER, Leg.TOKEN, null),

	/** No token, for a reason that is in no other family. */
	TOKEN_REFUSED("PROBE-TOKEN-REFUSED", Side.MICROSOFT_365, Leg.TOKEN, null),

	/** The server cannot sign: no certificate, or none whose key it may use. */
	CERTIFICATE_UNUSABLE("PROBE-CERTIFICATE-UNUSABLE", Side.SERVER, Leg.SERVER, StepName.OAUTH),

	/** The server trusts no auth server that Microsoft 365 names. */
	NO_ISSUER("PROBE-NO-ISSUER", Side.SERVER, Leg.TOKEN, StepName.OAUTH),

	/** The push service does not believe the token. */
	TOKEN_NOT_ACCEPTED("PROBE-TOKEN-NOT-ACCEPTED", Side.MICROSOFT_365, Leg.CLOUD, StepName.OAUTH),

	/** The push service, or somebody before it, forbids it. */
	FORBIDDEN("PROBE-FORBIDDEN", Side.MICROSOFT_365, Leg.CLOUD, null),

	/** There is no push service at its address. */
	SERVICE_GONE("PROBE-SERVICE-GONE", Side.MICROSOFT_365, Leg.CLOUD, null),

	/** Microsoft 365 is out of order or too busy. */
	SERVICE_BUSY("PROBE-SERVICE-BUSY", Side.MICROSOFT_365, Leg.CLOUD, null),

	/** A name of Microsoft 365 is not resolved. */
	NAME_UNRESOLVED("PROBE-NAME-UNRESOLVED", Side.NETWORK, Leg.CLOUD, null),

	/** A web proxy is in the way. */
	WEB_PROXY("PROBE-WEB-PROXY", Side.NETWORK, Leg.CLOUD, null),

	/** No secure connection comes about. */
	TLS("PROBE-TLS", Side.NETWORK, Leg.CLOUD, null),

	/** No connection comes about. */
	UNREACHABLE("PROBE-UNREACHABLE", Side.NETWORK, Leg.CLOUD, null),

	/** The server takes the push proxy for disabled. */
	PROXY_DISABLED("PROBE-PROXY-DISABLED", Side.SERVER, Leg.SERVER, null),

	/** The health manager is not that far. */
	NOT_LOADED("PROBE-NOT-LOADED", Side.SERVER, Leg.SERVER, null),

	/** The server does not have the probe. */
	NOT_THERE("PROBE-NOT-THERE", Side.SERVER, Leg.SERVER, null),

	/** The console could not ask the server, so nothing is known of it. */
	NOT_ASKED("PROBE-NOT-ASKED", Side.OPEN, Leg.SERVER, null),

	/** Words that nobody knows yet. */
	UNKNOWN("PROBE-UNKNOWN", Side.OPEN, Leg.SERVER, null);

	private final String code;

	private final Side side;

	private final Leg leg;

	private final StepName mended;

	ProbeCause(String code, Side side, Leg leg, StepName mended) {
		this.code = code;
		this.side = side;
		this.leg = leg;
		this.mended = mended;
	}

	/** Its name for good, as findings have one. */
	public String code() {
		return this.code;
	}

	public Side side() {
		return this.side;
	}

	/** Where the notification stops unless the words name a host. */
	Leg leg() {
		return this.leg;
	}

	/** The step whose check tells more and can mend it, if there is one. */
	public Optional<StepName> mended() {
		return Optional.ofNullable(this.mended);
	}

	/**
	 * Whether a server may fail so only because a change has not reached it yet: its
	 * domain controller still shows it another certificate, auth server or push proxy.
	 */
	public boolean mayBeLate() {
		return switch (this) {
			case KEY_UNKNOWN, KEY_ENDED, TENANT_UNKNOWN, APPLICATION, TOKEN_REFUSED, CERTIFICATE_UNUSABLE, NO_ISSUER,
					TOKEN_NOT_ACCEPTED, PROXY_DISABLED, NOT_LOADED, NOT_THERE, NOT_ASKED, UNKNOWN ->
				true;
			case POLICY, CLOCK, FORBIDDEN, SERVICE_GONE, SERVICE_BUSY, NAME_UNRESOLVED, WEB_PROXY, TLS, UNREACHABLE ->
				false;
		};
	}

	/** Whose side it is. */
	public enum Side {

		SERVER, NETWORK, MICROSOFT_365, OPEN

	}

	/** How far a notification came. */
	public enum Leg {

		SERVER, TOKEN, CLOUD

	}

}

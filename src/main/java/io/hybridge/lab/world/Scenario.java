package io.hybridge.lab.world;

/** In which state a scenario begins. */
public enum Scenario {

	/** As the scenario's table says. */
	STANDARD,
	/** The current auth certificate is expired and a good one is there. */
	AUTH_CERTIFICATE_EXPIRED,
	/** No certificate can be used, so a new one is needed. */
	NO_FIT_CERTIFICATE,
	/** Two certificates can be used, so a person chooses. */
	TWO_FIT_CERTIFICATES,
	/** The auth server is there with another address. */
	AUTH_SERVER_OTHER_ADDRESS,
	/** The key of the auth certificate is in the tenant already. */
	KEY_ALREADY_THERE

}

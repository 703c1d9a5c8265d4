package io.hybridge.lab.exchange.state;

/** How Fabrikam's Exchange organization can stand when the lab is reset. */
public enum ExchangeScenario {

	/** Setup's auth certificate is current and good; MicrosoftSts is missing. */
	STANDARD,
	/** The current auth certificate has expired and one good certificate waits. */
	AUTH_CERTIFICATE_EXPIRED,
	/** The current auth certificate has expired and nothing can take its place. */
	NO_FIT_CERTIFICATE,
	/** The current auth certificate has expired and two certificates could replace it. */
	TWO_FIT_CERTIFICATES,
	/** MicrosoftSts is there and points to the metadata of another tenant. */
	AUTH_SERVER_OTHER_ADDRESS

}

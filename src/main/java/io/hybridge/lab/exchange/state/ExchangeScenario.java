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
	AUTH_SERVER_OTHER_ADDRESS,
	/** An Edge server of an old build is subscribed; it is in no domain. */
	EDGE_SERVER,
	/** A server of Exchange 2010 was left over. */
	LEFTOVER_2010,
	/** Exchange SE, 2019 and 2016 with security updates that the display hides. */
	SECURITY_UPDATES

}

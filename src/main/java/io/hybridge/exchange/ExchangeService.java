package io.hybridge.exchange;

/** A service or application pool of Exchange whose restart matters to the product. */
public enum ExchangeService {

	/** Runs the push probe and remembers for a while that push was off. */
	HEALTH_MANAGER("MSExchangeHM"),
	/** Takes up a new auth certificate when it starts, and every twelve hours. */
	SERVICE_HOST("MSExchangeServiceHost"),
	/** Outlook on the web; keeps the auth certificate that it began with. */
	OWA_POOL("MSExchangeOWAAppPool"),
	/** The Exchange admin center; keeps the auth certificate that it began with. */
	ECP_POOL("MSExchangeECPAppPool");

	private final String serviceName;

	ExchangeService(String serviceName) {
		this.serviceName = serviceName;
	}

	/** The name that Windows knows it by. */
	public String serviceName() {
		return this.serviceName;
	}

}

package io.hybridge.exchange;

/** A Windows service of Exchange whose restart matters to the product. */
public enum ExchangeService {

	/** Runs the push probe and remembers for a while that push was off. */
	HEALTH_MANAGER("MSExchangeHM"),
	/** Takes up a new auth certificate. */
	SERVICE_HOST("MSExchangeServiceHost");

	private final String serviceName;

	ExchangeService(String serviceName) {
		this.serviceName = serviceName;
	}

	/** The name that Windows knows it by. */
	public String serviceName() {
		return this.serviceName;
	}

}

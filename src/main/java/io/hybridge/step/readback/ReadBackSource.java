package io.hybridge.step.readback;

import io.hybridge.exchange.ExchangeService;

/** What has to be looked at to tell whether a change is there. */
public sealed interface ReadBackSource {

	/** What the entry server says about the organization. */
	record Organization() implements ReadBackSource {
	}

	/** What every server says about itself. */
	record EveryServer() implements ReadBackSource {
	}

	/** What the entry server and the directory give away of the push proxy. */
	record PushProxy() implements ReadBackSource {
	}

	/**
	 * The tenant's principal.
	 *
	 * @param withOrganization whether the entry server must be asked too
	 */
	record Principal(boolean withOrganization) implements ReadBackSource {
	}

	/**
	 * Since when a Windows service runs.
	 *
	 * @param server fully qualified name
	 * @param service which service
	 */
	record Service(String server, ExchangeService service) implements ReadBackSource {
	}

	/** Where that is. */
	default Place place() {
		return switch (this) {
			case Organization() -> Place.EXCHANGE;
			case EveryServer() -> Place.EXCHANGE;
			case PushProxy() -> Place.EXCHANGE;
			case Service service -> Place.EXCHANGE;
			case Principal(boolean withOrganization) -> Place.MICROSOFT_365;
		};
	}

}

package io.hybridge.lab;

/**
 * A way in which a real organization may answer otherwise than the lab does by itself;
 * each can be switched on, whatever the scenario.
 */
public enum Trait {

	/** {@code Enable-PushNotificationProxy -WhatIf} writes no record. */
	PROXY_LOOK_WITHOUT_RECORD(Half.EXCHANGE);

	private final Half half;

	Trait(Half half) {
		this.half = half;
	}

	public Half half() {
		return this.half;
	}

	/** The half of the world that answers so. */
	public enum Half {

		EXCHANGE, MICROSOFT_365

	}

}

package io.hybridge.exchange.powershell;

/** A script's answer is not what the contract says. */
class UnreadableAnswer extends RuntimeException {

	UnreadableAnswer(String message) {
		super(message);
	}

}

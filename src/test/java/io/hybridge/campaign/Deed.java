package io.hybridge.campaign;

import java.time.Instant;

/**
 * Something that one of the consoles really brought about.
 *
 * @param number in the ledger, counted from 1
 * @param run that sent it
 * @param console which of the run's consoles sent it, counted from 1
 * @param call what was sent
 * @param object what it touches
 * @param witness what the books said of it when it was sent
 */
record Deed(int number, Instant at, long run, int console, String call, String object, Witness witness) {

	/**
	 * What stood in the books in the moment of a call.
	 *
	 * @param row of the journal that was open, as {@code change-7}, or empty text
	 * @param attempted whether the record knew of the attempt
	 * @param newest how many consoles had begun to work on the run
	 * @param ended whether the run had ended
	 */
	record Witness(String row, boolean attempted, int newest, boolean ended) {

		boolean written() {
			return !this.row.isEmpty() && this.attempted;
		}

	}

	/** Whether another console had taken over when it was sent. */
	boolean overslept() {
		return this.console < this.witness.newest() || this.witness.ended();
	}

}

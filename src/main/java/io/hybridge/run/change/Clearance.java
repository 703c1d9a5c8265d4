package io.hybridge.run.change;

import org.springframework.stereotype.Component;

import io.hybridge.database.DurableBooks;
import io.hybridge.run.LeasedRun;
import io.hybridge.run.Leases;

/**
 * Gives the word for a remote effect, right before it is sent: what is written of it is
 * on the disk, and its run still holds the organization, however long it slept meanwhile.
 */
@Component
public class Clearance {

	private final DurableBooks books;

	private final Leases leases;

	Clearance(DurableBooks books, Leases leases) {
		this.books = books;
		this.leases = leases;
	}

	/**
	 * Lets an effect go out.
	 * @throws Leases.LostLease when somebody else holds the organization now; then
	 * nothing may be sent
	 */
	public void give(LeasedRun leased) {
		this.books.force();
		this.leases.require(leased.run().organization(), leased.token());
	}

}

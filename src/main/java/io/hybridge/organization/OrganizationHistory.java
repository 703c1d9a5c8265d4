package io.hybridge.organization;

/** What was done at an organization, told by whoever does it. */
public interface OrganizationHistory {

	/** Reads it as it is now. */
	Use of(OrganizationId organization);

	/**
	 * Reads it, and lets nobody begin anything there until the caller's transaction ends.
	 * @return how the organization was used so far
	 * @throws UnknownOrganization where it was removed meanwhile; who catches it may
	 * still commit
	 */
	Use held(OrganizationId organization);

	/**
	 * How an organization was used so far.
	 *
	 * @param working whether something is being done there now
	 * @param changing whether a run that may change something there holds it now
	 * @param applied whether anything was ever sent there, be it a restart for a probe
	 * @param changed whether anything was ever changed there
	 * @param takenBack whether all of that was taken back
	 * @param runs how often somebody looked or changed something
	 */
	record Use(boolean working, boolean changing, boolean applied, boolean changed, boolean takenBack, int runs) {

		/**
		 * Whether its domain may still be another, and whether it may go without a trace.
		 */
		public boolean untouched() {
			return !this.working && !this.applied;
		}

		/** Why it is not untouched: the end of the key of a sentence. */
		public String why() {
			if (this.working) {
				return "working";
			}
			if (!this.changed) {
				return "probed";
			}
			return this.takenBack ? "taken-back" : "applied";
		}

	}

}

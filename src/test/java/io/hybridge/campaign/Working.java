package io.hybridge.campaign;

/**
 * Who works on what.
 *
 * @param run that is worked on
 * @param console which of its consoles, counted from 1
 */
record Working(long run, int console) {

	private static final InheritableThreadLocal<Working> CURRENT = new InheritableThreadLocal<>();

	static Working current() {
		return CURRENT.get();
	}

	void begin() {
		CURRENT.set(this);
	}

}

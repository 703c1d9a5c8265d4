package io.hybridge.web.startup;

/** A setting of this product's own that nothing reads, most likely mistyped. */
class UnknownProperty extends RuntimeException {

	private final String name;

	private final String origin;

	private final String nearest;

	UnknownProperty(String name, String origin, String nearest) {
		super("Unknown property " + name);
		this.name = name;
		this.origin = origin;
		this.nearest = nearest;
	}

	String name() {
		return this.name;
	}

	String origin() {
		return this.origin;
	}

	String nearest() {
		return this.nearest;
	}

}

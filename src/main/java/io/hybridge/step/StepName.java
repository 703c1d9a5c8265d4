package io.hybridge.step;

import java.util.Arrays;
import java.util.Optional;

/** The article's four steps, in their order. */
public enum StepName {

	TENANT("tenant"), SERVERS("servers"), OAUTH("oauth"), PUSH_PROXY("push-proxy");

	private final String slug;

	StepName(String slug) {
		this.slug = slug;
	}

	/**
	 * The step's word in addresses and message keys.
	 * @return for instance {@code push-proxy}
	 */
	public String slug() {
		return this.slug;
	}

	public static Optional<StepName> ofSlug(String slug) {
		return Arrays.stream(values()).filter((step) -> step.slug.equals(slug)).findFirst();
	}

}

package io.hybridge.microsoft365;

import java.util.Optional;

/** Microsoft's clouds beside the global one, as far as the console tells them apart. */
public enum NationalCloud {

	US_GOVERNMENT, CHINA,
	/** One of which only the name is known. */
	ANOTHER;

	private static final String GLOBAL = "microsoftonline.com";

	/**
	 * Recognizes the cloud of a tenant. A tenant of GCC is in the global cloud and names
	 * that one; GCC High and DoD have the region {@code USGov}.
	 * @param instance that Microsoft names, may be empty
	 * @param region of the tenant, may be empty
	 * @return the cloud, or empty for the global one
	 */
	public static Optional<NationalCloud> of(String instance, String region) {
		if (instance.endsWith("microsoftonline.us") || "USGov".equalsIgnoreCase(region)) {
			return Optional.of(US_GOVERNMENT);
		}
		if (instance.endsWith(".cn")) {
			return Optional.of(CHINA);
		}
		return (instance.isEmpty() || instance.equals(GLOBAL)) ? Optional.empty() : Optional.of(ANOTHER);
	}

}

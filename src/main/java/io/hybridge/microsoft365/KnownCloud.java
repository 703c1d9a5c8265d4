package io.hybridge.microsoft365;

import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Microsoft's clouds, as far as public sources describe them. No address of a cloud comes
 * from anywhere else.
 */
public enum KnownCloud {

	GLOBAL, US_GOVERNMENT_L4, US_GOVERNMENT_L5, CHINA, BLEU, DELOS;

	/**
	 * Recognizes the cloud of a tenant by what it says of itself. A tenant of GCC is in
	 * the global cloud and says so.
	 * @return the only cloud that fits, or empty where none does or several do
	 */
	public static Optional<KnownCloud> of(CloudNames names) {
		List<KnownCloud> fitting = Arrays.stream(values()).filter((cloud) -> cloud.fits(names)).toList();
		return (fitting.size() == 1) ? Optional.of(fitting.getFirst()) : Optional.empty();
	}

	/** A cloud by the name that is kept of it. */
	public static Optional<KnownCloud> named(String name) {
		return Arrays.stream(values()).filter((cloud) -> cloud.name().equals(name)).findFirst();
	}

	/** By what forms name it. */
	public String getId() {
		return name();
	}

	/** What people call it, in every language. */
	public String getTitle() {
		return part("name").orElseThrow();
	}

	/** Base address of the sign-in service. */
	public URI getSignIn() {
		return address("sign-in").orElseThrow();
	}

	/** Base address of Microsoft Graph without the version. */
	public URI getGraph() {
		return address("graph").orElseThrow();
	}

	/** Metadata of the auth server, or empty where no public source says so. */
	public Optional<URI> getAuthMetadata() {
		return address("auth-metadata");
	}

	/** Where notifications go, or empty where no public source says so. */
	public Optional<URI> getPush() {
		return address("push");
	}

	/**
	 * An address by the name that it has in the file.
	 * @return the address, or null where no public source says so
	 */
	public URI known(String part) {
		return address(part).orElse(null);
	}

	/** When its values were looked up last. */
	public LocalDate getLookedUp() {
		return CloudFile.LINES.stream()
			.filter((line) -> line.cloud().equals(name()))
			.map(CloudFile.Line::lookedUp)
			.filter(Objects::nonNull)
			.max(LocalDate::compareTo)
			.orElseThrow();
	}

	private boolean fits(CloudNames names) {
		if (names.instance().isEmpty() && names.graph().isEmpty()) {
			return getSignIn().getHost().equals(names.issuer());
		}
		return fits(names.graph(), (cloud) -> Optional.of(cloud.getGraph().getHost()), false)
				&& fits(names.instance(), (cloud) -> cloud.part("instance"), part("instance").isEmpty())
				&& fits(names.region(), (cloud) -> cloud.part("region"), true)
				&& fits(names.level(), (cloud) -> cloud.part("level"), true);
	}

	/** A value that one cloud is known by excludes the others. */
	private boolean fits(String said, Function<KnownCloud, Optional<String>> part, boolean otherwise) {
		boolean known = Arrays.stream(values()).anyMatch((cloud) -> part.apply(cloud).equals(Optional.of(said)));
		return said.isEmpty() || (known ? part.apply(this).equals(Optional.of(said)) : otherwise);
	}

	private Optional<URI> address(String part) {
		return part(part).map(URI::create);
	}

	private Optional<String> part(String part) {
		return CloudFile.find(name(), part).map(CloudFile.Line::value);
	}

}

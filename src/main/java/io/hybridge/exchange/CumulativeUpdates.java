package io.hybridge.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is known about Exchange's builds: the update's name and date, whether it is new
 * enough for push notifications, and whether Microsoft still supports it. The table is a
 * data file with a date of its own, because it is old the day after.
 */
public final class CumulativeUpdates {

	private static final CumulativeUpdates TABLE = read();

	private final LocalDate capturedOn;

	private final ServerBuild gate;

	private final List<Product> products;

	private final List<Update> updates;

	private CumulativeUpdates(LocalDate capturedOn, ServerBuild gate, List<Product> products, List<Update> updates) {
		this.capturedOn = capturedOn;
		this.gate = gate;
		this.products = products;
		this.updates = updates;
	}

	/**
	 * The table that was built into the product.
	 * @return the table, one per process
	 */
	public static CumulativeUpdates load() {
		return TABLE;
	}

	/**
	 * The day up to which the table is complete; shown wherever it is used.
	 * @return the day
	 */
	public LocalDate capturedOn() {
		return this.capturedOn;
	}

	/**
	 * The oldest build that push notifications need: Exchange 2013 CU3.
	 * @return the build
	 */
	public ServerBuild gate() {
		return this.gate;
	}

	public List<Update> updates() {
		return this.updates;
	}

	/**
	 * What is known about a build.
	 * @param build of a server
	 * @return the verdict, and what explains it
	 */
	public Assessment assess(ServerBuild build) {
		Optional<Product> product = this.products.stream().filter((candidate) -> candidate.covers(build)).findFirst();
		Optional<Update> exact = this.updates.stream().filter((update) -> update.build().equals(build)).findFirst();
		Optional<Update> nearest = this.updates.stream()
			.filter((update) -> update.isOfTheSameCumulativeUpdateAs(build) && update.build().compareTo(build) <= 0)
			.max(Comparator.comparing(Update::build));
		return new Assessment(build, product, exact, nearest, verdict(build, product));
	}

	private Verdict verdict(ServerBuild build, Optional<Product> product) {
		if (build.compareTo(this.gate) < 0) {
			return new Verdict.TooOld(this.gate);
		}
		boolean newer = this.updates.stream()
			.filter((update) -> product.isEmpty() || product.get().covers(update.build()))
			.allMatch((update) -> update.build().compareTo(build) < 0);
		return newer ? new Verdict.MeetsNewerThanTable(this.capturedOn) : new Verdict.Meets();
	}

	private static CumulativeUpdates read() {
		try (InputStream stream = CumulativeUpdates.class.getResourceAsStream("/exchange/builds.json")) {
			JsonNode tree = JsonMapper.shared().readTree(stream);
			return new CumulativeUpdates(LocalDate.parse(tree.get("capturedOn").stringValue()), build(tree.get("gate")),
					tree.get("products").valueStream().map(Product::read).toList(),
					tree.get("builds").valueStream().map(Update::read).toList());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ServerBuild build(JsonNode text) {
		return ServerBuild.parse(text.stringValue()).orElseThrow();
	}

	/**
	 * What is known about one build.
	 *
	 * @param build which
	 * @param product it belongs to, or empty when the table does not know it
	 * @param update the update with exactly this build, or empty
	 * @param nearest the newest update of the same cumulative update that is not newer;
	 * the same as {@code update} when that is there
	 * @param verdict whether it is new enough
	 */
	public record Assessment(ServerBuild build, Optional<Product> product, Optional<Update> update,
			Optional<Update> nearest, Verdict verdict) {
	}

	/** Whether a build is new enough for push notifications. */
	public sealed interface Verdict {

		/** It is. */
		record Meets() implements Verdict {
		}

		/**
		 * It is not.
		 *
		 * @param needed the oldest build that is
		 */
		record TooOld(ServerBuild needed) implements Verdict {
		}

		/**
		 * It is, and it is newer than all that the table knows of its product, so whether
		 * it is current cannot be said.
		 *
		 * @param capturedOn the table's day
		 */
		record MeetsNewerThanTable(LocalDate capturedOn) implements Verdict {
		}

	}

	/**
	 * One update.
	 *
	 * @param build its build
	 * @param name for instance {@code CU3} or {@code CU23 Nov22SU}
	 * @param month when it came out
	 * @param day when it came out, or empty when only the month is known
	 */
	public record Update(ServerBuild build, String name, YearMonth month, Optional<LocalDate> day) {

		boolean isOfTheSameCumulativeUpdateAs(ServerBuild other) {
			return this.build.major() == other.major() && this.build.minor() == other.minor()
					&& this.build.build() == other.build();
		}

		private static Update read(JsonNode node) {
			String released = node.get("released").stringValue();
			Optional<LocalDate> day = (released.length() == 10) ? Optional.of(LocalDate.parse(released))
					: Optional.empty();
			return new Update(CumulativeUpdates.build(node.get("build")), node.get("update").stringValue(),
					day.map(YearMonth::from).orElseGet(() -> YearMonth.parse(released)), day);
		}

	}

	/**
	 * A version of Exchange and Microsoft's support for it.
	 *
	 * @param name for instance {@code Exchange Server 2013}
	 * @param from its lowest build
	 * @param below the lowest build of what follows
	 * @param supportEnded last day of support, or empty while it is supported
	 * @param extendedUntil last month of paid extended updates, or empty
	 */
	public record Product(String name, ServerBuild from, ServerBuild below, Optional<LocalDate> supportEnded,
			Optional<YearMonth> extendedUntil) {

		boolean covers(ServerBuild build) {
			return build.compareTo(this.from) >= 0 && build.compareTo(this.below) < 0;
		}

		/**
		 * Whether Microsoft supports it on a day.
		 * @param day which day
		 * @return false after the last day of support, whatever extended updates were
		 * sold
		 */
		public boolean supportedOn(LocalDate day) {
			return this.supportEnded.map((end) -> !day.isAfter(end)).orElse(true);
		}

		private static Product read(JsonNode node) {
			return new Product(node.get("name").stringValue(), CumulativeUpdates.build(node.get("from")),
					CumulativeUpdates.build(node.get("below")), text(node, "supportEnded").map(LocalDate::parse),
					text(node, "extendedUntil").map(YearMonth::parse));
		}

		private static Optional<String> text(JsonNode node, String name) {
			JsonNode value = node.get(name);
			return value.isNull() ? Optional.empty() : Optional.of(value.stringValue());
		}

	}

}

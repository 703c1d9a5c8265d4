package io.hybridge.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import io.hybridge.campaign.Tour.Death;
import io.hybridge.campaign.Tour.Leg;

/** Writes down what a long campaign found, with all that is needed to walk it again. */
final class CampaignRecord {

	private static final Path FOLDER = Path.of("docs/campaigns");

	private CampaignRecord() {
	}

	static void write(String database, long seed, Length length, Campaign campaign) throws IOException {
		LocalDate day = LocalDate.ofInstant(length.begun(), ZoneOffset.UTC);
		Files.createDirectories(FOLDER);
		Files.writeString(FOLDER.resolve(day + "-engine-" + database.toLowerCase(Locale.ROOT) + ".md"),
				text(database, seed, length, campaign));
	}

	private static String text(String database, long seed, Length length, Campaign campaign) {
		List<Death> deaths = campaign.deaths();
		List<String> lines = new ArrayList<>();
		lines.add(
				"# Campaign of " + LocalDate.ofInstant(length.begun(), ZoneOffset.UTC) + ", engine level, " + database);
		lines.add("");
		lines.add("Written by `CampaignOn" + (database.equals("H2") ? "H2" : "PostgreSql")
				+ "Tests`; how to run it stands in [the campaign](../campaign.md).");
		lines.add("");
		lines.add("| | |");
		lines.add("|---|---|");
		lines.add("| seed | " + seed + " |");
		lines.add("| began | " + length.begun().truncatedTo(java.time.temporal.ChronoUnit.SECONDS) + " |");
		lines.add("| took | " + length.took().toMinutes() + " min |");
		lines.add("| organizations enabled, proved and taken back | " + campaign.tours() + " |");
		lines.add("| consoles killed | " + deaths.size() + " |");
		lines.add("| of them in recovery from another kill | " + deaths.stream().filter(Death::recovering).count()
				+ " |");
		lines.add("| findings | " + campaign.findings().size() + " |");
		lines.add("");
		lines.add(campaign.findings().isEmpty()
				? "0 in " + deaths.size() + " means fewer than " + perTenThousand(deaths.size()) + " in 10,000 at 95 %."
				: "## Findings");
		lines.add("");
		campaign.findings().forEach((finding) -> lines.add("- **" + finding.kind() + "** " + finding.text()));
		lines.add("## Where they died");
		lines.add("");
		lines.add("| | " + String.join(" | ", Arrays.stream(Leg.values()).map(CampaignRecord::words).toList()) + " |");
		lines.add("|---|" + "---:|".repeat(Leg.values().length));
		for (Point point : Point.values()) {
			lines.add("| " + words(point) + " | "
					+ String.join(" | ", Arrays.stream(Leg.values()).map((leg) -> count(deaths, leg, point)).toList())
					+ " |");
		}
		return String.join("\n", lines) + "\n";
	}

	/** Nothing in so many trials: the rule of three. */
	private static String perTenThousand(int trials) {
		return String.format(Locale.ROOT, "%.1f", 30_000.0 / trials);
	}

	private static String words(Enum<?> name) {
		return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	private static String count(List<Death> deaths, Leg leg, Point point) {
		return Long.toString(deaths.stream().filter((death) -> death.leg() == leg && death.point() == point).count());
	}

}

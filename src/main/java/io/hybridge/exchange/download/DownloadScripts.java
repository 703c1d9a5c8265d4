package io.hybridge.exchange.download;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.hybridge.exchange.BuildAssessment;
import io.hybridge.exchange.BuildTable;
import io.hybridge.exchange.ExchangeUpdate;
import io.hybridge.exchange.MinimumBuilds;
import io.hybridge.exchange.ServerBuild;
import io.hybridge.exchange.powershell.Script;
import io.hybridge.organization.DomainName;

/**
 * The scripts that do by hand what a step does: the article's two halves, mended, to read
 * and to take away. The text is constant; all values stand at the top, as parameters.
 */
public final class DownloadScripts {

	private DownloadScripts() {
	}

	/**
	 * Is the domain verified, and is there an Exchange plan.
	 * @param tenantDomain the organization's domain in Microsoft 365
	 */
	public static DownloadScript tenant(DomainName tenantDomain) {
		return script("Tenant", Map.of("tenantDomain", tenantDomain.value()));
	}

	/** Every server, its build and its verdict. */
	public static DownloadScript servers() {
		BuildTable table = BuildTable.load();
		Map<String, Object> values = new LinkedHashMap<>();
		values.put("gate", BuildAssessment.GATE.toString());
		values.put("knownUpTo", table.knownUpTo().toString());
		values.put("builds", builds(table));
		values.put("newer", newer(table));
		values.put("minimum", minimum(table));
		return script("Servers", values);
	}

	/** By product, and one text for a build: that keeps the table short. */
	private static Map<String, List<String>> builds(BuildTable table) {
		return table.updates()
			.stream()
			.collect(Collectors.groupingBy((update) -> update.product().name(), LinkedHashMap::new,
					Collectors.mapping(DownloadScripts::line, Collectors.toList())));
	}

	private static String line(ExchangeUpdate update) {
		String released = update.day().map(Object::toString).orElse(update.month().toString());
		return update.build() + " " + released + " " + update.name();
	}

	/** What follows on a cumulative update, by the first three parts of its build. */
	private static Map<String, String> newer(BuildTable table) {
		Map<String, String> newer = new TreeMap<>();
		table.updates()
			.stream()
			.map((update) -> table.assess(update.build()))
			.filter((assessment) -> !assessment.build().isBefore2013())
			.forEach((assessment) -> assessment.newer().ifPresent((update) -> {
				ServerBuild build = assessment.build();
				newer.put(build.major() + "." + build.minor() + "." + build.build(), update.build().toString());
			}));
		return newer;
	}

	/**
	 * What the dedicated application and Graph need on a cumulative update, by the first
	 * three parts of its build: a build, or {@code -} where its product has none.
	 */
	private static Map<String, List<String>> minimum(BuildTable table) {
		Map<String, List<String>> minimum = new TreeMap<>();
		for (ExchangeUpdate update : table.updates()) {
			ServerBuild build = update.build();
			if (!build.isBefore2013()) {
				ServerBuild line = new ServerBuild(build.major(), build.minor(), build.build(), 0);
				minimum.put(build.major() + "." + build.minor() + "." + build.build(),
						Stream.of(MinimumBuilds.DEDICATED_APPLICATION, MinimumBuilds.GRAPH)
							.map((purpose) -> needed(purpose.of(line)))
							.toList());
			}
		}
		return minimum;
	}

	private static String needed(MinimumBuilds.Need need) {
		return switch (need) {
			case MinimumBuilds.Need.Build(ServerBuild build) -> build.toString();
			case MinimumBuilds.Need.OtherProduct() -> "-";
			case MinimumBuilds.Need.Nothing() -> "";
		};
	}

	/**
	 * The article's first script: certificate, auth configuration, export, auth server.
	 * @param tenantDomain the organization's domain in Microsoft 365
	 * @param authServer name of the auth server, {@code MicrosoftSts}
	 * @param metadataUrl address of its metadata
	 * @param thumbprint of a chosen certificate, or empty text
	 */
	public static DownloadScript oauth(DomainName tenantDomain, String authServer, String metadataUrl,
			String thumbprint) {
		return script("OAuth", values("tenantDomain", tenantDomain.value(), "authServer", authServer, "metadataUrl",
				metadataUrl, "chosenThumbprint", thumbprint));
	}

	/**
	 * The article's second script: the key in the tenant, on the shared principal.
	 * @param tenantDomain the organization's domain in Microsoft 365
	 * @param principal application id of the shared principal
	 * @param acknowledged whether a person has accepted CVE-2025-53786 in the console;
	 * otherwise the script asks
	 */
	public static DownloadScript tenantKey(DomainName tenantDomain, String principal, boolean acknowledged) {
		return script("OAuth-TenantKey", values("tenantDomain", tenantDomain.value(), "appId", principal,
				"acknowledged", acknowledged ? "CVE-2025-53786" : ""));
	}

	/**
	 * Enable the push proxy and probe every mailbox server.
	 * @param tenantDomain the organization's domain in Microsoft 365
	 * @param pause between restart and probe
	 */
	public static DownloadScript pushProxy(DomainName tenantDomain, Duration pause) {
		Map<String, Object> values = new LinkedHashMap<>();
		values.put("tenantDomain", tenantDomain.value());
		values.put("waitSeconds", pause.toSeconds());
		return script("PushProxy", values);
	}

	/** What an organization answers, into a file that {@code FirstLookReader} reads. */
	public static DownloadScript firstLook() {
		return script("FirstLook", Map.of());
	}

	private static DownloadScript script(String name, Map<String, ?> arguments) {
		return DownloadScript.of(name, Script.read(name, "download/" + name).text(), arguments);
	}

	private static Map<String, String> values(String... namesAndValues) {
		Map<String, String> values = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			values.put(namesAndValues[i], namesAndValues[i + 1]);
		}
		return values;
	}

}

package io.hybridge.exchange.powershell;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.hybridge.certificate.Certificate;
import io.hybridge.certificate.Thumbprint;
import io.hybridge.exchange.ExchangeAnswer.Field;
import io.hybridge.exchange.ExchangeService;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.AuthConfiguration;
import io.hybridge.exchange.ExchangeState.AuthServer;
import io.hybridge.exchange.ExchangeState.ExchangeServer;
import io.hybridge.exchange.ExchangeState.PartnerApplication;
import io.hybridge.exchange.ExchangeState.PrivateKey;
import io.hybridge.exchange.ExchangeState.ServerCertificate;
import io.hybridge.exchange.ExchangeState.ServerReading;
import io.hybridge.exchange.PushProxy;
import io.hybridge.exchange.ServerBuild;

/** Reads the answer of {@code Get-HybridState}. */
final class HybridStateParser {

	// The flags of Exchange's enumeration, for servers that write it as a number.
	private static final Map<Integer, String> SERVICES = services();

	private static final Map<Integer, String> ROLES = roles();

	private HybridStateParser() {
	}

	static ExchangeState organization(String server, Instant takenAt, ScriptResult result,
			Map<String, ServerReading> readings) {
		AnswerFields data = result.data();
		return new ExchangeState(server, takenAt, servers(data), authConfiguration(data.object("authConfiguration")),
				data.list("authServers").stream().map(HybridStateParser::authServer).toList(),
				data.list("partnerApplications").stream().map(HybridStateParser::partnerApplication).toList(),
				pushProxy(data.object("pushProxy")), readings, result.evidence());
	}

	static List<ExchangeServer> servers(AnswerFields data) {
		return data.list("servers")
			.stream()
			.map((server) -> new ExchangeServer(server.text("name"), server.text("fqdn"), roles(server.text("roles")),
					server.text("version"), ServerBuild.parse(server.text("version"))))
			.toList();
	}

	/**
	 * A session without Exchange's types may write the roles as a number; where none of
	 * its flags is known, the number stays.
	 */
	static String roles(String text) {
		if (!text.matches("\\d{1,9}")) {
			return text;
		}
		String names = flags(Integer.parseInt(text), ROLES).collect(Collectors.joining(", "));
		return names.isEmpty() ? text : names;
	}

	static ServerReading.Answered local(AnswerFields data) {
		AnswerFields local = data.object("local");
		return new ServerReading.Answered(local.time("time"),
				local.list("certificates").stream().flatMap((found) -> certificate(found).stream()).toList(),
				local.optionalText("exactBuild").flatMap(ServerBuild::parse),
				local.optionalTime("healthManagerStarted"),
				local.optionalText("transportCertificate").flatMap(HybridStateParser::thumbprint), starts(local));
	}

	private static Map<ExchangeService, Instant> starts(AnswerFields local) {
		Map<ExchangeService, Instant> starts = new EnumMap<>(ExchangeService.class);
		if (local.has("starts")) {
			AnswerFields fields = local.object("starts");
			for (ExchangeService service : ExchangeService.values()) {
				fields.optionalTime(service.serviceName()).ifPresent((at) -> starts.put(service, at));
			}
		}
		return Map.copyOf(starts);
	}

	static List<Field> fields(AnswerFields data) {
		return data.list("fields").stream().map((field) -> new Field(field.text("name"), field.text("value"))).toList();
	}

	private static AuthConfiguration authConfiguration(AnswerFields fields) {
		return new AuthConfiguration(thumbprint(fields.text("current")), thumbprint(fields.text("previous")),
				thumbprint(fields.text("next")), fields.optionalTime("nextEffective"), fields.text("serviceName"),
				fields.text("realm"), fields.optionalTime("changed"));
	}

	private static Optional<Thumbprint> thumbprint(String text) {
		if (text.isBlank()) {
			return Optional.empty();
		}
		try {
			return Optional.of(Thumbprint.parse(text));
		}
		catch (IllegalArgumentException ex) {
			throw new UnreadableAnswer("A thumbprint of the auth configuration is none");
		}
	}

	private static AuthServer authServer(AnswerFields fields) {
		return new AuthServer(fields.text("name"), fields.text("type"), fields.flag("enabled"),
				fields.text("metadataUrl"), fields.text("realm"), fields.text("issuer"),
				fields.optionalText("guid").orElse(""), fields.optionalTime("created"));
	}

	private static PartnerApplication partnerApplication(AnswerFields fields) {
		return new PartnerApplication(fields.text("name"), fields.text("applicationIdentifier"),
				fields.flag("enabled"));
	}

	private static PushProxy pushProxy(AnswerFields proxy) {
		Optional<PushProxy.Shown> shown = proxy.flag("readable") ? PushProxy.Shown.of(fields(proxy)) : Optional.empty();
		return new PushProxy(shown, proxy.optionalText("evidence").orElse(""), entry(proxy.object("directory")));
	}

	private static PushProxy.Entry entry(AnswerFields entry) {
		return switch (entry.text("state")) {
			case "found" -> new PushProxy.Entry.Found(entry.time("created"),
					new PushProxy.Stamp(entry.text("server"), entry.time("changed")));
			case "missing" -> new PushProxy.Entry.Missing(entry.text("evidence"));
			default -> new PushProxy.Entry.Unreadable(entry.text("evidence"));
		};
	}

	/** What the directory said of the push proxy before a change and after it. */
	static List<Field> directory(AnswerFields data) {
		if (!data.has("directoryAfter")) {
			return List.of();
		}
		AnswerFields after = data.object("directoryAfter");
		if (!after.text("state").equals("found")) {
			return List.of(new Field("DirectoryEvidence", after.text("evidence")));
		}
		return List.of(new Field("DirectoryServer", after.text("server")),
				new Field("DirectoryChangedBefore", data.object("directoryBefore").optionalText("changed").orElse("")),
				new Field("DirectoryChangedAfter", after.text("changed")));
	}

	/**
	 * A certificate that Java cannot read (a broken one in the store, for instance) is no
	 * candidate for anything; it must not hide the others.
	 */
	private static Optional<ServerCertificate> certificate(AnswerFields fields) {
		String rawData = fields.text("rawData");
		Optional<String> friendlyName = fields.optionalText("friendlyName");
		Optional<Set<String>> services = fields.optionalText("services").map(HybridStateParser::services);
		PrivateKey privateKey = fields.optionalFlag("hasPrivateKey")
			.map((present) -> present ? PrivateKey.PRESENT : PrivateKey.ABSENT)
			.orElse(PrivateKey.UNKNOWN);
		try {
			return Optional
				.of(new ServerCertificate(Certificate.ofBase64(rawData), friendlyName, services, privateKey));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	static Set<String> services(String text) {
		if (text.matches("\\d{1,9}")) {
			return flags(Integer.parseInt(text), SERVICES).collect(Collectors.toCollection(LinkedHashSet::new));
		}
		return Arrays.stream(text.split(","))
			.map(String::trim)
			.filter((service) -> !service.isEmpty() && !service.equals("None"))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	private static Stream<String> flags(int value, Map<Integer, String> names) {
		return names.entrySet().stream().filter((name) -> (value & name.getKey()) != 0).map(Map.Entry::getValue);
	}

	private static Map<Integer, String> roles() {
		Map<Integer, String> roles = new LinkedHashMap<>();
		roles.put(2, "Mailbox");
		roles.put(4, "ClientAccess");
		roles.put(16, "UnifiedMessaging");
		roles.put(32, "HubTransport");
		roles.put(64, "Edge");
		return roles;
	}

	private static Map<Integer, String> services() {
		Map<Integer, String> services = new LinkedHashMap<>();
		services.put(1, "IMAP");
		services.put(2, "POP");
		services.put(4, "UM");
		services.put(8, "IIS");
		services.put(16, "SMTP");
		services.put(32, "Federation");
		services.put(64, "UMCallRouter");
		return services;
	}

}

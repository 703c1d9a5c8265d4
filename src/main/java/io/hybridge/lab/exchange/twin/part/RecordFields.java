package io.hybridge.lab.exchange.twin.part;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.hybridge.lab.exchange.cmdlet.CmdletObject;

/**
 * The fields of a record that a cmdlet wrote, as {@code part/Read-Fields.ps1} reads them.
 */
public final class RecordFields {

	private static final List<String> FIELDS = List.of("RunspaceId", "DisplayName", "Enabled", "Organization", "Uri",
			"Identity", "IsValid", "ExchangeVersion", "Name", "DistinguishedName", "Guid", "ObjectCategory",
			"ObjectClass", "WhenChanged", "WhenCreated", "WhenChangedUTC", "WhenCreatedUTC", "OrganizationId",
			"OriginatingServer", "ObjectState");

	private RecordFields() {
	}

	/** The first record, or nothing. */
	public static List<?> of(ScriptExecution execution, List<CmdletObject> written) {
		return written.stream().limit(1).flatMap((proxy) -> fields(execution, proxy)).toList();
	}

	private static Stream<?> fields(ScriptExecution execution, CmdletObject proxy) {
		return FIELDS.stream()
			.filter(proxy.properties()::containsKey)
			.map((name) -> execution.data("name", name, "value", shown(proxy, name)));
	}

	private static String shown(CmdletObject proxy, String name) {
		return switch (proxy.value(name)) {
			case Instant at -> ScriptExecution.time(at);
			case List<?> several -> "{" + String.join(", ", several.stream().map(Object::toString).toList()) + "}";
			case null, default -> proxy.text(name);
		};
	}

}

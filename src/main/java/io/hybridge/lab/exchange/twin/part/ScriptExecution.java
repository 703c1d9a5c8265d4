package io.hybridge.lab.exchange.twin.part;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import io.hybridge.lab.exchange.cmdlet.CmdletFailure;
import io.hybridge.lab.exchange.cmdlet.CmdletObject;
import io.hybridge.lab.exchange.cmdlet.ManagementShell;

/** One run of a script: its arguments, and its warnings so far. */
public final class ScriptExecution {

	private static final DateTimeFormatter ROUND_TRIP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnn")
		.withZone(ZoneOffset.UTC);

	/** Ticks of .NET at the beginning of 1970. */
	private static final long EPOCH = 621_355_968_000_000_000L;

	private final ManagementShell shell;

	private final JsonNode arguments;

	private final List<String> warnings = new ArrayList<>();

	private final List<String> hostLines = new ArrayList<>();

	private boolean began;

	public ScriptExecution(ManagementShell shell, JsonNode arguments) {
		this.shell = shell;
		this.arguments = arguments;
	}

	public String argument(String name) {
		return this.arguments.path(name).asString("");
	}

	public List<String> arguments(String name) {
		return this.arguments.path(name).valueStream().map(JsonNode::asString).toList();
	}

	/** The commands that are there for the account. */
	public List<String> commands() {
		return this.shell.commands();
	}

	public boolean flag(String name) {
		return this.arguments.path(name).asBoolean(false);
	}

	/** A call that was held up does nothing any more. */
	public void requireInTime() {
		String latest = argument("latestStart");
		if (!latest.isEmpty() && Long.parseLong(latest) < ticks(now())) {
			throw CmdletFailure.local("Hybridge.TooLate", "OperationTimeout", "System.InvalidOperationException",
					"The call came too late.", "");
		}
	}

	private static long ticks(Instant moment) {
		return Math.addExact(EPOCH, moment.getEpochSecond() * 10_000_000 + moment.getNano() / 100);
	}

	/** What {@code $global:hybridgeBegan} tells: from here on there may be an effect. */
	public void begin() {
		this.began = true;
	}

	public boolean began() {
		return this.began;
	}

	public List<CmdletObject> run(String cmdlet, Object... parameters) {
		try {
			return this.shell.run(cmdlet, CmdletObject.of(parameters).properties());
		}
		finally {
			this.warnings.addAll(this.shell.takeWarnings());
			this.hostLines.addAll(this.shell.takeHostLines());
		}
	}

	public CmdletObject first(String cmdlet, Object... parameters) {
		return run(cmdlet, parameters).getFirst();
	}

	public void warn(String message) {
		this.warnings.add(message);
	}

	/** What a person sees who watches, beside the answer. */
	public List<String> hostLines() {
		return List.copyOf(this.hostLines);
	}

	public List<String> warnings() {
		return List.copyOf(this.warnings);
	}

	public Instant now() {
		return this.shell.exchange().now();
	}

	public Map<String, Object> data(Object... namesAndValues) {
		return CmdletObject.of(namesAndValues).properties();
	}

	/** As .NET's format {@code o} writes a UTC time: seven digits of a second. */
	public static String time(Object instant) {
		return (instant instanceof Instant at) ? ROUND_TRIP.format(at).substring(0, 27) + "Z" : null;
	}

}

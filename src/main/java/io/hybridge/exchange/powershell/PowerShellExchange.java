package io.hybridge.exchange.powershell;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.hybridge.exchange.AnswerAwaited;
import io.hybridge.exchange.Exchange;
import io.hybridge.exchange.ExchangeAnswer;
import io.hybridge.exchange.ExchangeAnswer.Field;
import io.hybridge.exchange.ExchangeChange;
import io.hybridge.exchange.ExchangeService;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ExchangeServer;
import io.hybridge.exchange.ExchangeState.ServerReading;
import io.hybridge.exchange.ProbeResult;
import io.hybridge.remote.RemoteFailure;

/** An organization's Exchange, reached by scripts of the catalogue over a transport. */
final class PowerShellExchange implements Exchange {

	/** An answer is older than it looks, by this at most. */
	private static final Duration WAY_BACK = Duration.ofSeconds(5);

	private final ScriptCatalog catalog = ScriptCatalog.load();

	private final List<String> servers;

	private final Transport transport;

	private final ExchangeSettings settings;

	private final ServerClocks clocks;

	private final Clock clock;

	/**
	 * An Exchange.
	 * @param servers those that can be reached, in lower case; the first is the entry
	 * server
	 * @param transport reaches them
	 * @param settings deadlines
	 * @param clocks those of the servers
	 * @param clock tells when a state was taken
	 */
	public PowerShellExchange(List<String> servers, Transport transport, ExchangeSettings settings, ServerClocks clocks,
			Clock clock) {
		this.servers = List.copyOf(servers);
		this.transport = transport;
		this.settings = settings;
		this.clocks = clocks;
		this.clock = clock;
	}

	@Override
	public String entryServer() {
		return this.servers.getFirst();
	}

	@Override
	public ExchangeState inspect() {
		return inspect((result) -> {
			Map<String, ServerReading> readings = readings(HybridStateParser.servers(result.data()));
			readings.put(entryServer(), HybridStateParser.local(result.data()));
			return Collections.unmodifiableMap(readings);
		});
	}

	@Override
	public ExchangeState inspectEntryServer() {
		return inspect((result) -> Map.of(entryServer(), HybridStateParser.local(result.data())));
	}

	private ExchangeState inspect(Function<ScriptResult, Map<String, ServerReading>> readings) {
		Instant takenAt = this.clock.instant();
		ScriptCall call = call(entryServer(), "Get-HybridState",
				Map.of("scope", "organization", "server", entryServer()), this.settings.callDeadline());
		return run(call,
				(result) -> HybridStateParser.organization(entryServer(), takenAt, result, readings.apply(result)));
	}

	@Override
	public ExchangeAnswer apply(ExchangeChange change) {
		String server = change.server(entryServer());
		ScriptCall call = changing(server, change.script(), change.arguments(server), this.settings.callDeadline());
		return run(call, (result) -> answer(call, result, result.at()));
	}

	@Override
	public ExchangeAnswer restartHealthManager(String server) {
		ScriptCall call = changing(server, "Restart-HealthManager", Map.of("server", server),
				this.settings.restartDeadline());
		return run(call, (result) -> answer(call, result, result.data().optionalTime("startedAt").orElse(result.at())));
	}

	@Override
	public Optional<Instant> serviceStarted(String server, ExchangeService service) {
		ScriptCall call = call(server, "Get-ExchangeService",
				Map.of("server", server, "service", service.serviceName()), this.settings.callDeadline());
		return run(call, (result) -> result.data().optionalTime("startedAt"));
	}

	@Override
	public Optional<Boolean> knowsProbe(String server) {
		ScriptCall call = call(server, "Get-PushProbe", Map.of("server", server), this.settings.callDeadline());
		return run(call, (result) -> result.data().optionalFlag("known"));
	}

	@Override
	public ProbeResult probe(String server) {
		ScriptCall call = call(server, "Test-PushProxy", Map.of("server", server), this.settings.probeDeadline());
		return run(call, (result) -> {
			AnswerFields data = result.data();
			return new ProbeResult(server, data.text("resultType"), data.text("error"), data.text("exception"),
					data.time("startedAt"), data.time("endedAt"), result.evidence());
		});
	}

	private Map<String, ServerReading> readings(List<ExchangeServer> listed) {
		Set<String> others = listed.stream()
			.map((server) -> server.fqdn().toLowerCase(Locale.ROOT))
			.filter((fqdn) -> !fqdn.isEmpty() && !fqdn.equals(entryServer()))
			.collect(Collectors.toSet());
		Semaphore permits = new Semaphore(this.settings.parallelCalls());
		Map<String, Future<ServerReading>> asked = new LinkedHashMap<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			others.forEach((server) -> asked.put(server, threads.submit(() -> {
				permits.acquire();
				try {
					return ask(server);
				}
				finally {
					permits.release();
				}
			})));
		}
		Map<String, ServerReading> readings = new LinkedHashMap<>();
		asked.forEach((server, future) -> readings.put(server, answered(future)));
		return readings;
	}

	private static ServerReading answered(Future<ServerReading> asked) {
		if (asked.state() == Future.State.FAILED && asked.exceptionNow() instanceof AnswerAwaited awaited) {
			throw awaited;
		}
		return asked.resultNow();
	}

	private ServerReading ask(String server) {
		if (!this.servers.contains(server)) {
			return new ServerReading.NoAddress();
		}
		try {
			ScriptCall call = call(server, "Get-HybridState", Map.of("scope", "server", "server", server),
					this.settings.callDeadline());
			return run(call, (result) -> HybridStateParser.local(result.data()));
		}
		catch (RemoteFailure failure) {
			return new ServerReading.Unreached(failure);
		}
	}

	private ScriptCall call(String server, String script, Map<String, Object> arguments, Duration deadline) {
		return new ScriptCall(server, this.catalog.script(script), arguments,
				this.settings.openingDeadline().plus(deadline));
	}

	/** Once its session should be open, it is too late to begin. */
	private ScriptCall changing(String server, String script, Map<String, Object> arguments, Duration deadline) {
		ScriptCall call = call(server, script, arguments, deadline);
		return new ScriptCall(call.server(), call.script(), call.arguments(), call.deadline(),
				this.clocks.at(server, this.clock.instant().plus(this.settings.openingDeadline()).plus(WAY_BACK)));
	}

	private <T> T run(ScriptCall call, Function<ScriptResult, T> reading) {
		if (!this.servers.contains(call.server().toLowerCase(Locale.ROOT))) {
			throw RemoteFailure.withoutEffect(call.server(), "exchange.no-address", "");
		}
		ScriptAnswer answer = this.transport.run(call);
		try {
			ScriptResult result = ScriptResult.read(call.script().name(), answer.json());
			this.clocks.saw(call.server(), result.at(), this.clock.instant());
			if (!result.ok()) {
				throw ScriptErrorMapper.of(call, result);
			}
			return reading.apply(result);
		}
		catch (UnreadableAnswer ex) {
			throw ScriptErrorMapper.unreadable(call, excerpt(answer.json()), ex);
		}
	}

	private static ExchangeAnswer answer(ScriptCall call, ScriptResult result, Instant at) {
		AnswerFields data = result.data();
		List<Field> fields = data.has("fields")
				? Stream.of(HybridStateParser.fields(data), HybridStateParser.directory(data))
					.flatMap(List::stream)
					.toList()
				: data.texts()
					.entrySet()
					.stream()
					.filter((entry) -> !entry.getKey().equals("rawData"))
					.map((entry) -> new Field(entry.getKey(), entry.getValue()))
					.toList();
		return new ExchangeAnswer(call.server(), call.script().name(), call.script().sha256(), at, fields,
				result.evidence());
	}

	private static String excerpt(String text) {
		return (text.length() <= 4000) ? text : text.substring(0, 4000) + " ...";
	}

}

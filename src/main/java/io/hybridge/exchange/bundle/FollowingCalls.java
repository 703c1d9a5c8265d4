package io.hybridge.exchange.bundle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.hybridge.exchange.ExchangeService;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.ScriptCatalog;

/** The calls that surely follow, so that nobody has to walk for each. */
final class FollowingCalls {

	private static final String LOOK = "Get-HybridState";

	private static final String SERVICE = "Get-ExchangeService";

	private static final String RESTART = "Restart-";

	private static final String HEALTH_MANAGER = ExchangeService.HEALTH_MANAGER.serviceName();

	private FollowingCalls() {
	}

	/**
	 * The calls with those that follow each.
	 * @param missing calls whose answers are missing
	 * @param carried servers that only a bundle reaches
	 * @param entryServer the server that answers for the organization
	 * @return in the order in which they are to be made, each once
	 */
	static List<ScriptCall> with(List<ScriptCall> missing, List<String> carried, String entryServer) {
		List<ScriptCall> calls = new ArrayList<>();
		missing.stream()
			.flatMap((call) -> Stream.concat(Stream.of(call), after(call, carried, entryServer)))
			.filter((call) -> calls.stream().map(CallMark::of).noneMatch(CallMark.of(call)::equals))
			.forEach(calls::add);
		return calls;
	}

	private static Stream<ScriptCall> after(ScriptCall call, List<String> carried, String entryServer) {
		return switch (call.script().name()) {
			case LOOK -> "organization".equals(call.arguments().get("scope"))
					? carried.stream().filter((server) -> !same(server, call.server())).map(FollowingCalls::look)
					: Stream.empty();
			case SERVICE -> HEALTH_MANAGER.equals(call.arguments().get("service"))
					? Stream.of(call(call.server(), "Get-PushProbe", Map.of("server", call.server()))) : Stream.empty();
			case "Test-PushProxy" ->
				Stream.of(same(call.server(), entryServer) ? organization(entryServer) : look(call.server()));
			default -> afterChange(call, entryServer);
		};
	}

	private static Stream<ScriptCall> afterChange(ScriptCall call, String entryServer) {
		if (call.script().name().startsWith(RESTART)) {
			return restarted(call).map((service) -> service(call.server(), service.serviceName()));
		}
		return (call.script().changes() && same(call.server(), entryServer)) ? Stream.of(organization(entryServer))
				: Stream.empty();
	}

	/** What a call restarts, it is given by name, or its script names it alone. */
	private static Stream<ExchangeService> restarted(ScriptCall call) {
		List<ExchangeService> given = services((service) -> call.arguments().containsValue(service.serviceName()));
		return (given.isEmpty()
				? services((service) -> call.script().text().contains("'" + service.serviceName() + "'")) : given)
			.stream();
	}

	private static List<ExchangeService> services(Predicate<ExchangeService> fitting) {
		return Stream.of(ExchangeService.values()).filter(fitting).toList();
	}

	private static ScriptCall organization(String server) {
		return call(server, LOOK, Map.of("scope", "organization", "server", server));
	}

	private static ScriptCall look(String server) {
		return call(server, LOOK, Map.of("scope", "server", "server", server));
	}

	private static ScriptCall service(String server, String service) {
		return call(server, SERVICE, Map.of("server", server, "service", service));
	}

	private static ScriptCall call(String server, String script, Map<String, Object> arguments) {
		return new ScriptCall(server, ScriptCatalog.load().script(script), arguments, Duration.ZERO);
	}

	private static boolean same(String one, String other) {
		return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
	}

}

package io.hybridge.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import tools.jackson.databind.json.JsonMapper;

import io.hybridge.certificate.Certificate;
import io.hybridge.exchange.Exchange;
import io.hybridge.exchange.powershell.PowerShellInTests;
import io.hybridge.exchange.powershell.ScriptAnswer;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.Transport;
import io.hybridge.lab.exchange.LabExchangeFixture;
import io.hybridge.lab.exchange.script.BuiltInEngine;
import io.hybridge.lab.exchange.script.ScriptEngine;
import io.hybridge.lab.exchange.state.ExchangeScenario;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.support.MutableClock;

/**
 * One organization's outside: the lab's Exchange, reached by the product's own adapter,
 * and the keys of a tenant. It keeps the ledger, and what is still under way.
 */
final class World implements Transport {

	static final Duration LONGEST_CALL = Duration.ofSeconds(90);

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Map<ExchangeScenario, LabExchangeFixture> BEGINNINGS = new EnumMap<>(ExchangeScenario.class);

	private final MutableClock clock;

	private final Random random;

	private final Witnesses witnesses;

	private final LabExchangeFixture lab;

	private final BuiltInEngine engine;

	private final Exchange exchange;

	private final List<Deed> deeds = new CopyOnWriteArrayList<>();

	private final List<Foreign> foreign = new CopyOnWriteArrayList<>();

	private final List<Late> late = new ArrayList<>();

	final TenantKeys keys;

	/** How often an answer is lost although nobody dies. */
	double lossy;

	/** Whether certificates are made as they were asked for. */
	boolean obedient = true;

	World(MutableClock clock, ExchangeScenario scenario, Random random, Witnesses witnesses) {
		this.clock = clock;
		this.random = random;
		this.witnesses = witnesses;
		this.lab = new LabExchangeFixture(clock, beginning(scenario, clock));
		this.lab.exchange.installCumulativeUpdate23("EX2");
		this.engine = new BuiltInEngine(this.lab.exchange);
		this.exchange = PowerShellInTests.exchange(this.lab.exchange.servers(), this, clock);
		this.keys = new TenantKeys(clock);
	}

	private static synchronized LabExchangeFixture beginning(ExchangeScenario scenario, MutableClock clock) {
		return BEGINNINGS.computeIfAbsent(scenario, (key) -> new LabExchangeFixture(clock, key, Locale.US));
	}

	Exchange exchange() {
		return this.exchange;
	}

	@Override
	public ScriptAnswer run(ScriptCall call) {
		String script = call.script().name();
		Fate fate = Fate.current();
		if (fate == null || script.startsWith("Get-") || script.startsWith("Test-")) {
			return look(call, fate);
		}
		String object = object(script, call);
		fate.pass(Point.BEFORE_CALL, script);
		return sent(fate, script, object, LONGEST_CALL, () -> answer(obeyed(call, fate)));
	}

	private ScriptAnswer look(ScriptCall call, Fate fate) {
		if (fate != null) {
			fate.pass(Point.BEFORE_LOOK, call.script().name());
		}
		// The keys are in another tenant than the one that checks signatures.
		this.lab.trustCurrentCertificate();
		ScriptAnswer answer = answer(call);
		if (fate != null) {
			fate.pass(Point.AFTER_LOOK, call.script().name());
		}
		return answer;
	}

	/**
	 * A call that was sent: it takes effect, and its answer comes, or it does so later,
	 * or its answer is lost.
	 */
	<T> T sent(Fate fate, String call, String object, Duration longest, Supplier<T> effect) {
		Working working = Working.current();
		Deed.Witness witness = this.witnesses.of(working, call, object);
		if (fate.diesAt(Point.DURING_CALL, call)) {
			later(longest, () -> take(working, call, object, witness, effect));
			fate.die();
		}
		if (this.random.nextDouble() < this.lossy) {
			if (this.random.nextBoolean()) {
				later(longest, () -> take(working, call, object, witness, effect));
			}
			else {
				take(working, call, object, witness, effect);
			}
			throw RemoteFailure.withPossibleEffect("ex1.fabrikam.com", "exchange.no-answer", "lost");
		}
		T answer = take(working, call, object, witness, effect);
		fate.pass(Point.AFTER_CALL, call);
		return answer;
	}

	private void later(Duration longest, Runnable effect) {
		Instant due = this.clock.instant().plus(Duration.ofSeconds(1 + this.random.nextLong(longest.toSeconds())));
		synchronized (this.late) {
			this.late.add(new Late(due, effect));
		}
	}

	private synchronized <T> T take(Working working, String call, String object, Deed.Witness witness,
			Supplier<T> effect) {
		long before = effects();
		T answer = effect.get();
		if (effects() > before) {
			this.deeds.add(new Deed(this.deeds.size() + this.foreign.size() + 1, this.clock.instant(), working.run(),
					working.console(), call, object, witness));
		}
		return answer;
	}

	private long effects() {
		return this.lab.ledger.effects().size() + this.keys.effects();
	}

	private ScriptAnswer answer(ScriptCall call) {
		ScriptEngine.Printed printed = this.engine.run(new ScriptEngine.Call(call.server(), call.script().name(),
				"remoting", JSON.writeValueAsString(call.sent()),
				"{\"server\":\"" + call.server() + "\",\"user\":\"hybridge@fabrikam.com\",\"password\":\"lab\"}",
				null));
		return ScriptAnswer.in(printed.output(), printed.errors()).orElseThrow();
	}

	/**
	 * What began in time is worked on until it is done: only who slept before is too
	 * late.
	 */
	private ScriptCall obeyed(ScriptCall call, Fate fate) {
		Map<String, Object> arguments = new java.util.HashMap<>(call.arguments());
		if (!this.obedient && arguments.containsKey("subjectKeyIdentifier")) {
			arguments.put("subjectKeyIdentifier", java.util.UUID.randomUUID().toString().replace("-", ""));
		}
		boolean begun = !fate.slept();
		return new ScriptCall(call.server(), call.script(), arguments, call.deadline(),
				begun ? Optional.empty() : call.latestStart());
	}

	private static String object(String script, ScriptCall call) {
		return switch (script) {
			case "Enable-PushProxy", "Disable-PushProxy" -> "proxy";
			case "Set-AuthServer", "Remove-AuthServer", "Switch-AuthServer" -> "auth server";
			case "Restart-HealthManager" -> "health manager of " + call.server();
			default -> script + " on " + call.server() + " " + call.arguments().getOrDefault("pool", "");
		};
	}

	/** Time passes, and what is under way takes effect in its time. */
	void passTo(Instant moment) {
		Optional<Late> next = next(moment);
		while (next.isPresent()) {
			if (next.get().due().isAfter(this.clock.instant())) {
				this.clock.set(next.get().due());
			}
			next.get().effect().run();
			next = next(moment);
		}
		if (moment.isAfter(this.clock.instant())) {
			this.clock.set(moment);
		}
	}

	private Optional<Late> next(Instant moment) {
		synchronized (this.late) {
			Optional<Late> next = this.late.stream()
				.filter((one) -> !one.due().isAfter(moment))
				.min(java.util.Comparator.comparing(Late::due));
			next.ifPresent(this.late::remove);
			return next;
		}
	}

	boolean underWay() {
		synchronized (this.late) {
			return !this.late.isEmpty();
		}
	}

	/** Another administrator sets what a run is about. */
	void meddle(String object, long run) {
		if (object.equals("proxy")) {
			this.lab.run(LabExchangeFixture.EX1, "Enable-PushNotificationProxy", "Organization", "contoso.com");
		}
		else {
			boolean there = this.lab.exchange.view()
				.authServers()
				.stream()
				.anyMatch((server) -> server.name().equals("MicrosoftSts"));
			this.lab.run(LabExchangeFixture.EX1, there ? "Set-AuthServer" : "New-AuthServer",
					there ? "Identity" : "Name", "MicrosoftSts", "AuthMetadataUrl",
					"https://accounts.accesscontrol.windows.net/metadata/json/1/?realm=fabrikam.onmicrosoft.com");
		}
		this.foreign.add(new Foreign(this.deeds.size() + this.foreign.size() + 1, object, run));
	}

	List<Deed> deeds() {
		return List.copyOf(this.deeds);
	}

	List<Foreign> foreign() {
		return List.copyOf(this.foreign);
	}

	Certificate signer() {
		return this.lab.exchange.currentAuthCertificate();
	}

	/**
	 * A deed of somebody else.
	 *
	 * @param number in the ledger
	 * @param object what it touched
	 * @param run before whose next look it came
	 */
	record Foreign(int number, String object, long run) {
	}

	/**
	 * What is under way although nobody waits for it.
	 *
	 * @param due when it takes effect
	 * @param effect what it does
	 */
	private record Late(Instant due, Runnable effect) {
	}

}

package io.hybridge.lab.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.hybridge.exchange.powershell.Script;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.ScriptCatalog;
import io.hybridge.exchange.powershell.SessionOpening;
import io.hybridge.lab.Ledger.Effect;
import io.hybridge.lab.Trait;
import io.hybridge.lab.exchange.cmdlet.CmdletObject;
import io.hybridge.lab.exchange.cmdlet.ManagementShell;
import io.hybridge.lab.exchange.script.ScriptEngine.Call;
import io.hybridge.lab.exchange.script.ScriptRecognition;
import io.hybridge.lab.exchange.state.ExchangeScenario;

import static org.assertj.core.api.Assertions.assertThat;

/** Fabrikam with its own ledger and a small tenant, for one test. */
public class LabExchangeFixture {

	private static final ScriptCatalog CATALOG = ScriptCatalog.load();

	private static final Pattern ARGUMENT = Pattern.compile("\\$arguments\\.(\\w+)");

	public static final String URL = "https://accounts.accesscontrol.windows.net/metadata/json/1/?realm=fabrikam.com";

	public static final String EX1 = "ex1.fabrikam.com";

	public static final String EX2 = "ex2.fabrikam.com";

	static final String CAS1 = "cas1.fabrikam.com";

	public static final Duration WAIT = Duration.ofSeconds(15);

	public final MemoryLedger ledger;

	public final FakeTenant tenant;

	public final LabExchange exchange;

	public final Set<Trait> traits = EnumSet.noneOf(Trait.class);

	/** Whether a trait is on; throws where a look is to fail. */
	public Predicate<Trait> answers = this.traits::contains;

	public LabExchangeFixture(Clock clock, ExchangeScenario scenario, Locale culture) {
		this.ledger = new MemoryLedger(clock);
		this.tenant = new FakeTenant(clock);
		this.exchange = new LabExchange(this.ledger, this.tenant, clock, WAIT, (trait) -> this.answers.test(trait));
		this.exchange.reset(scenario, culture);
	}

	/** The same start once more: other worlds begin with byte-identical certificates. */
	public LabExchangeFixture(Clock clock, LabExchangeFixture start) {
		this.ledger = new MemoryLedger(clock);
		Effect first = start.ledger.effects().getFirst();
		this.ledger.append(first.world(), first.kind(), first.values());
		this.tenant = new FakeTenant(clock);
		this.exchange = new LabExchange(this.ledger, this.tenant, clock, WAIT, (trait) -> this.answers.test(trait));
	}

	public List<CmdletObject> run(String server, String cmdlet, Object... parameters) {
		return ManagementShell.on(this.exchange, server).run(cmdlet, CmdletObject.of(parameters).properties());
	}

	public void trustCurrentCertificate() {
		this.tenant.keys.add(this.exchange.currentAuthCertificate());
	}

	/** A call as it comes from the console, recognized as the endpoint does it. */
	public static Call call(String server, String script, Map<String, Object> arguments) {
		return call(server, script, SessionOpening.REMOTING, arguments, server);
	}

	public static Call call(String server, String script, SessionOpening opening, Map<String, Object> arguments,
			String session) {
		Script called = CATALOG.script(script);
		ScriptCall call = new ScriptCall(server, called, complete(called, arguments), Duration.ofMinutes(3));
		String payload = CATALOG.payload(call, opening,
				"{\"server\":\"" + session + "\",\"user\":\"hybridge@fabrikam.com\",\"password\":\"lab\"}");
		return new ScriptRecognition(CATALOG).overInput(server, payload.getBytes(StandardCharsets.US_ASCII))
			.orElseThrow();
	}

	/**
	 * The same arguments, none of which is missing: where one is, only the real engine
	 * fails, for it is strict.
	 */
	public static Map<String, Object> complete(Script script, Map<String, Object> arguments) {
		Matcher asked = ARGUMENT.matcher(script.text());
		assertThat(arguments.keySet()).as("the arguments of " + script.name())
			.containsAll(asked.results().map((found) -> found.group(1)).distinct().toList());
		return arguments;
	}

}

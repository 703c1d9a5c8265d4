package io.hybridge.lab.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.hybridge.exchange.powershell.Prelude;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.ScriptCatalog;
import io.hybridge.lab.Ledger.Effect;
import io.hybridge.lab.exchange.ScriptEngine.Call;

/** Fabrikam with its own ledger and a small tenant, for one test. */
class World {

	private static final ScriptCatalog CATALOG = ScriptCatalog.load();

	static final String URL = "https://accounts.accesscontrol.windows.net/metadata/json/1/?realm=fabrikam.com";

	static final String EX1 = "ex1.fabrikam.com";

	static final String EX2 = "ex2.fabrikam.com";

	static final String CAS1 = "cas1.fabrikam.com";

	static final Duration WAIT = Duration.ofSeconds(15);

	final MemoryLedger ledger;

	final FakeTenant tenant;

	final LabExchange exchange;

	World(Clock clock, ExchangeVariant variant, Locale culture) {
		this.ledger = new MemoryLedger(clock);
		this.tenant = new FakeTenant(clock);
		this.exchange = new LabExchange(this.ledger, this.tenant, clock, WAIT);
		this.exchange.reset(variant, culture);
	}

	/** The same start once more: other worlds begin with byte-identical certificates. */
	World(Clock clock, World start) {
		this.ledger = new MemoryLedger(clock);
		Effect first = start.ledger.effects().getFirst();
		this.ledger.append(first.world(), first.kind(), first.values());
		this.tenant = new FakeTenant(clock);
		this.exchange = new LabExchange(this.ledger, this.tenant, clock, WAIT);
	}

	List<CmdletObject> run(String server, String cmdlet, Object... parameters) {
		return this.exchange.on(server).run(cmdlet, CmdletObject.of(parameters).properties());
	}

	void trustCurrentCertificate() {
		this.tenant.keys.add(this.exchange.currentAuthCertificate());
	}

	/** A call as it comes from the console, recognized as the endpoint does it. */
	static Call call(String server, String script, Map<String, Object> arguments) {
		return call(server, script, Prelude.REMOTING, arguments, server);
	}

	static Call call(String server, String script, Prelude prelude, Map<String, Object> arguments, String session) {
		ScriptCall call = new ScriptCall(server, CATALOG.script(script), arguments, Duration.ofMinutes(3));
		String payload = CATALOG.payload(call, prelude,
				"{\"server\":\"" + session + "\",\"user\":\"hybridge@fabrikam.com\",\"password\":\"lab\"}");
		return new ScriptRecognition(CATALOG).overInput(server, payload.getBytes(StandardCharsets.US_ASCII))
			.orElseThrow();
	}

}

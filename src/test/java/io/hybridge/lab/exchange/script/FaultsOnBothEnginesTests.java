package io.hybridge.lab.exchange.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import io.hybridge.certificate.Thumbprint;
import io.hybridge.exchange.ExchangeChange;
import io.hybridge.exchange.powershell.Script;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.ScriptCatalog;
import io.hybridge.exchange.powershell.Transport;
import io.hybridge.lab.Fault;
import io.hybridge.lab.Ledger.Effect;
import io.hybridge.lab.exchange.LabExchangeFixture;
import io.hybridge.lab.exchange.PowerShellFixture;
import io.hybridge.lab.exchange.ScriptReply;
import io.hybridge.lab.world.OpenLab;
import io.hybridge.lab.world.Scenario;
import io.hybridge.organization.DomainName;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.support.Faults;

import static io.hybridge.support.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every changing script with every fault, over the real WinRM client and endpoint: the
 * effect happens once or not at all, and both engines leave the same ledger behind the
 * same failure.
 */
@Execution(ExecutionMode.CONCURRENT)
class FaultsOnBothEnginesTests {

	private static final ScriptCatalog CATALOG = ScriptCatalog.load();

	private static final DomainName DOMAIN = new DomainName(OpenLab.DOMAIN);

	@TempDir
	private Path folders;

	private OpenLab builtIn;

	private OpenLab real;

	@BeforeEach
	void open() throws IOException {
		Path pwsh = PowerShellFixture.required();
		this.builtIn = OpenLab.in(Files.createDirectory(this.folders.resolve("built-in")), Scenario.STANDARD);
		this.real = this.builtIn.twin(Files.createDirectory(this.folders.resolve("real")), pwsh);
	}

	@AfterEach
	void close() {
		if (this.real != null) {
			this.real.close();
			this.builtIn.close();
		}
	}

	@Test
	@Faults("F4")
	void losesTheAnswerAfterTheOneEffect() {
		changes("00112233445566778899aabbccddeeff").forEach((change) -> {
			Outcome outcome = alike(change, (lab) -> failed(lab, change, Fault.LOSE_ANSWER));
			assertThat(outcome.failure()).contains("POSSIBLE");
			assertThat(outcome.effects()).singleElement().asString().endsWith(" lost");
		});
	}

	@Test
	@Faults("F3")
	void holdsTheAnswerAfterTheOneEffect() {
		changes("ffeeddccbbaa99887766554433221100").forEach((change) -> {
			Outcome outcome = alike(change, (lab) -> held(lab, change));
			assertThat(outcome.failure()).contains("POSSIBLE");
			assertThat(outcome.effects()).singleElement().asString().endsWith(" held");
		});
	}

	@Test
	void refusesAndAsksToWaitBeforeAnyEffect() {
		for (Fault fault : List.of(Fault.REFUSE_ACCESS, Fault.ASK_TO_WAIT)) {
			changes("00112233445566778899aabbccddeeff").forEach((change) -> {
				Outcome outcome = alike(change, (lab) -> failed(lab, change, fault));
				assertThat(outcome.failure()).contains("NONE");
				assertThat(outcome.effects()).isEmpty();
			});
		}
	}

	@Test
	void aCallWithoutAFaultIsDelivered() {
		for (OpenLab lab : List.of(this.builtIn, this.real)) {
			Change change = changes("00112233445566778899aabbccddeeff").get(2);
			int before = lab.ledger().effects().size();
			lab.transport().run(call(lab, change));
			await().until(() -> effects(lab, before).getLast().endsWith(" delivered"));
		}
	}

	private Outcome alike(Change change, Function<OpenLab, Outcome> progress) {
		CompletableFuture<Outcome> onReal = CompletableFuture.supplyAsync(() -> progress.apply(this.real),
				Thread::startVirtualThread);
		Outcome onBuiltIn = progress.apply(this.builtIn);
		assertThat(onReal.join()).as(change.script()).isEqualTo(onBuiltIn);
		return onBuiltIn;
	}

	private Outcome failed(OpenLab lab, Change change, Fault fault) {
		int before = lab.ledger().effects().size();
		lab.faults().inject(change.script(), fault, 1);
		String failure = told(() -> lab.transport().run(call(lab, change)));
		return new Outcome(failure, effects(lab, before));
	}

	/**
	 * The caller gives up as soon as the effect is there; one that has failed by itself
	 * waits for nothing any more.
	 */
	private Outcome held(OpenLab lab, Change change) {
		int before = lab.ledger().effects().size();
		lab.faults().inject(change.script(), Fault.HOLD_ANSWER, 1);
		Transport transport = lab.transport();
		ScriptCall call = call(lab, change);
		AtomicReference<String> failure = new AtomicReference<>();
		Thread caller = Thread.startVirtualThread(() -> failure.set(told(() -> transport.run(call))));
		await().until(() -> failure.get() != null || isHeld(lab, before));
		caller.interrupt();
		await().until(() -> failure.get() != null);
		return new Outcome(failure.get(), effects(lab, before));
	}

	private static boolean isHeld(OpenLab lab, int before) {
		return effects(lab, before).stream().anyMatch((effect) -> effect.endsWith(" held"));
	}

	private static String told(Runnable call) {
		try {
			call.run();
			return "";
		}
		catch (RemoteFailure failure) {
			return failure.effect() + " " + failure.code() + " " + failure.pause();
		}
	}

	private static ScriptCall call(OpenLab lab, Change change) {
		Script script = CATALOG.script(change.script());
		return new ScriptCall(LabExchangeFixture.EX1, script,
				LabExchangeFixture.complete(script, change.arguments().apply(lab)), Duration.ofMinutes(2));
	}

	private static List<String> effects(OpenLab lab, int before) {
		List<Effect> all = lab.ledger().effects();
		return all.stream()
			.skip(before)
			.map((effect) -> ScriptReply.agreed(effect, all) + " " + effect.answer())
			.toList();
	}

	/** In an order in which every one has something to change. */
	private static List<Change> changes(String identifier) {
		return List.of(Change.of(new ExchangeChange.CreateAuthCertificate("Exchange S2S OAuth", DOMAIN, identifier)),
				new Change("Set-AuthCertificate",
						(lab) -> new ExchangeChange.SetAuthCertificate(another(lab)).arguments(LabExchangeFixture.EX1)),
				Change.of(new ExchangeChange.SetAuthServer("MicrosoftSts", LabExchangeFixture.URL)),
				Change.of(new ExchangeChange.EnablePushProxy(DOMAIN)),
				new Change("Restart-HealthManager", (lab) -> Map.of("server", LabExchangeFixture.EX1)),
				Change.of(new ExchangeChange.RestartServiceHost(LabExchangeFixture.EX1)),
				Change.of(new ExchangeChange.DisablePushProxy()),
				Change.of(new ExchangeChange.RemoveAuthServer("MicrosoftSts", LabExchangeFixture.URL)));
	}

	private static Thumbprint another(OpenLab lab) {
		return lab.exchange()
			.view()
			.certificates()
			.stream()
			.filter((certificate) -> !certificate.current() && certificate.friendlyName().contains("OAuth"))
			.map((certificate) -> certificate.certificate().thumbprint())
			.findFirst()
			.orElse(new Thumbprint("0".repeat(40)));
	}

	/** A script and what the product sends with it. */
	private record Change(String script, Function<OpenLab, Map<String, Object>> arguments) {

		static Change of(ExchangeChange change) {
			return new Change(change.script(), (lab) -> change.arguments(LabExchangeFixture.EX1));
		}

	}

	private record Outcome(String failure, List<String> effects) {
	}

}

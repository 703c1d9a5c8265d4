package io.hybridge.lab.exchange.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.hybridge.certificate.Certificate;
import io.hybridge.certificate.Thumbprint;
import io.hybridge.exchange.Exchange;
import io.hybridge.exchange.ExchangeChange;
import io.hybridge.exchange.download.DownloadScript;
import io.hybridge.exchange.download.DownloadScripts;
import io.hybridge.exchange.download.PlanScript;
import io.hybridge.exchange.download.PlannedPart;
import io.hybridge.lab.Ledger.Effect;
import io.hybridge.lab.Trait;
import io.hybridge.lab.exchange.LabExchangeFixture;
import io.hybridge.lab.exchange.PowerShellFixture;
import io.hybridge.lab.exchange.ScriptReply;
import io.hybridge.lab.exchange.script.ScriptEngine.Printed;
import io.hybridge.lab.exchange.state.OrganizationState.Server;
import io.hybridge.lab.tenant.state.FabrikamTenant;
import io.hybridge.lab.world.OpenLab;
import io.hybridge.lab.world.Scenario;
import io.hybridge.microsoft365.Microsoft365;
import io.hybridge.microsoft365.TenantDiscovery;
import io.hybridge.organization.DomainName;
import io.hybridge.step.Step;
import io.hybridge.step.StepName;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.CreateAuthCertificate;
import io.hybridge.step.change.SetAuthCertificate;
import io.hybridge.step.change.SetAuthServer;
import io.hybridge.step.change.SwitchAuthServer;
import io.hybridge.step.change.part.RemoteCall;
import io.hybridge.step.examination.TargetState;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.Reading;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a person takes away, run as the file it is on the real engine, does to the lab
 * what the wizard does: two labs that begin alike end alike, with the same ledger.
 */
@Execution(ExecutionMode.CONCURRENT)
class DownloadScriptsOnTheEngineTests {

	private static final DomainName DOMAIN = new DomainName(OpenLab.DOMAIN);

	private static final String METADATA = LabExchangeFixture.URL;

	private static final String IDENTIFIER = "00112233445566778899aabbccddeeff";

	private static final String REUSED = "Configured Certificate Thumbprint is: ";

	@TempDir
	private Path folders;

	private Path pwsh;

	private OpenLab byHand;

	private OpenLab byWizard;

	private PowerShellEngine engine;

	private Path drive;

	@BeforeEach
	void require() {
		this.pwsh = PowerShellFixture.required();
	}

	@AfterEach
	void close() {
		if (this.engine != null) {
			this.engine.close();
			this.byWizard.close();
			this.byHand.close();
		}
	}

	/**
	 * Copying, staging and cleaning up are the wizard's alone; the article's script knows
	 * nothing of them.
	 */
	@ParameterizedTest
	@EnumSource(value = Scenario.class, mode = EnumSource.Mode.MATCH_NONE, names = { "MISSING_.*",
			"AUTH_CONFIGURATION_FOREIGN", ".*NEXT_.*", "AUTH_CERTIFICATE_ENDS_SOON", "TENANT_KEY_.*" })
	void bringsWhatTheWizardBrings(Scenario scenario) throws IOException {
		open(scenario);
		String chosen = choose(scenario);
		wizardDoesOAuth(chosen);
		DownloadScript oauth = withTenantId(DownloadScripts.oauth(DOMAIN, "MicrosoftSts", METADATA, chosen));
		Printed printed = good(run(oauth));
		String current = this.byHand.exchange().currentAuthCertificate().thumbprint().value();
		assertThat(printed.output()).contains(REUSED + current, "Exporting certificate...");
		assertThat(exported()).isEqualTo(this.byHand.exchange().currentAuthCertificate());
		assertThat(printed.output().contains("Creating certificate for oAuth...")).as("a new certificate is made")
			.isEqualTo(scenario == Scenario.NO_FIT_CERTIFICATE);
		alike();

		wizardAddsTheKey();
		String key = good(run(DownloadScripts.tenantKey(DOMAIN, Microsoft365.EXCHANGE_ONLINE, true))).output();
		assertThat(key).contains("Adding a key to the service principal...");
		assertThat(key.contains("The key is there already.")).isEqualTo(scenario == Scenario.KEY_ALREADY_THERE);
		alike();
		assertThat(this.byHand.keys()).hasSize(3).endsWith(this.byHand.exchange().currentAuthCertificate().base64());

		wizardEnablesTheProxy();
		DownloadScript push = DownloadScripts.pushProxy(DOMAIN, Duration.ofSeconds(1));
		String proxy = good(run(push)).output();
		assertThat(proxy).containsPattern("ResultType *: Succeeded(?s:.*)ResultType *: Succeeded")
			.contains("On Premises Proxy app")
			.doesNotContain("Failed");
		alike();

		if (scenario == Scenario.STANDARD || scenario == Scenario.NO_FIT_CERTIFICATE) {
			secondRunsChangeNothing(oauth, push);
		}
	}

	@ParameterizedTest
	@EnumSource(value = Scenario.class, names = { "STANDARD", "TWO_FIT_CERTIFICATES" })
	void aPlanAsAScriptBringsWhatTheWizardBrings(Scenario scenario) throws IOException {
		open(scenario);
		String chosen = choose(scenario);
		wizardDoesOAuth(chosen);
		assertThat(good(run(PlanScript.of(1, plans(chosen)).orElseThrow())).output()).contains("Complete.");
		alike();
		assertThat(PlanScript.of(2, plans(chosen))).as("nothing is left to be done").isEmpty();
	}

	@Test
	void aPlanAsAScriptReachesOtherServersAndSaysWhatItLeaves() throws IOException {
		open(Scenario.STANDARD);
		this.byWizard.console().apply(new ExchangeChange.RestartServiceHost(LabExchangeFixture.EX2));
		this.byWizard.console().apply(new ExchangeChange.EnablePushProxy(DOMAIN));
		Printed printed = good(run(PlanScript
			.of(7, List.of(new PlannedPart.OnExchange(new ExchangeChange.RestartServiceHost(LabExchangeFixture.EX2)),
					new PlannedPart.InTenant(), new PlannedPart.OnExchange(new ExchangeChange.EnablePushProxy(DOMAIN))))
			.orElseThrow()));
		assertThat(printed.output()).containsSubsequence("Change 1: Restart-ServiceHost",
				"Change 2 is made in Microsoft 365", "Change 3: Enable-PushProxy", "On Premises Proxy app",
				"Complete.");
		alike();
	}

	/**
	 * A session on EX2 would have no cmdlet of Exchange; the shell on EX1 has those of
	 * all servers.
	 */
	@Test
	void aPlanAsAScriptCopiesTheAuthCertificateFromTheShellOfOneServer() throws IOException {
		open(Scenario.MISSING_ON_ONE_SERVER);
		Certificate current = this.byHand.exchange().currentAuthCertificate();
		ExchangeChange copy = new ExchangeChange.CopyAuthCertificate(current.thumbprint(), LabExchangeFixture.EX1,
				LabExchangeFixture.EX2);
		this.byWizard.console().apply(copy);
		DownloadScript script = PlanScript.of(7, List.of(new PlannedPart.OnExchange(copy))).orElseThrow();
		assertThat(good(run(script)).output()).contains("Change 1: Copy-AuthCertificate", "copied", "Complete.")
			.doesNotContain("WARNING");
		alike();
		assertThat(this.drive).as("no key in any file")
			.isDirectoryContaining((file) -> file.endsWith(script.fileName()))
			.isDirectoryNotContaining((file) -> !file.endsWith(script.fileName()));
		assertThat(good(run(script)).output()).contains("equal");
		alike();
	}

	@Test
	void aPlanAsAScriptEndsAtAFailure() throws IOException {
		open(Scenario.STANDARD);
		List<Effect> before = this.byHand.ledger().effects();
		Printed printed = run(PlanScript.of(7,
				List.of(new PlannedPart.OnExchange(new ExchangeChange.SetAuthCertificate(
						new Thumbprint("00112233445566778899AABBCCDDEEFF00112233"))),
						new PlannedPart.OnExchange(new ExchangeChange.EnablePushProxy(DOMAIN))))
			.orElseThrow());
		assertThat(printed.exitCode()).isNotZero();
		assertThat(printed.output()).contains("Change 1: Set-AuthCertificate").doesNotContain("Change 2", "Complete.");
		assertThat(this.byHand.ledger().effects()).isEqualTo(before);
	}

	@Test
	void leavesTheChoiceAmongSeveralCertificatesToThePerson() throws IOException {
		open(Scenario.TWO_FIT_CERTIFICATES);
		this.byHand.traits().turn(Trait.CERTIFICATES_IN_FULL, true);
		assertThat(stopsBeforeAnyEffect()).contains("Exchange S2S OAuth 2", "Several certificates can sign");
	}

	@ParameterizedTest
	@EnumSource(value = Trait.class, mode = EnumSource.Mode.MATCH_ALL, names = "CERTIFICATE.*")
	void replacesNoGoodCertificateWhateverShapeItComesIn(Trait shape) throws IOException {
		open(Scenario.STANDARD);
		this.byHand.traits().turn(shape, true);
		String current = this.byHand.exchange().currentAuthCertificate().thumbprint().value();
		Printed printed = run(DownloadScripts.oauth(DOMAIN, "MicrosoftSts", METADATA, ""));
		assertThat(printed.exitCode()).as("%s", printed).isZero();
		assertThat(printed.output()).contains(REUSED + current).doesNotContain("Creating certificate");
		assertThat(this.byHand.exchange().currentAuthCertificate().thumbprint().value()).isEqualTo(current);
	}

	@Test
	void takesNoUnknownServicesForNone() throws IOException {
		open(Scenario.AUTH_CERTIFICATE_EXPIRED);
		assertThat(stopsBeforeAnyEffect()).contains("Exchange S2S OAuth", "what it serves, is not known");
	}

	private String stopsBeforeAnyEffect() throws IOException {
		List<Effect> before = this.byHand.ledger().effects();
		Printed printed = run(DownloadScripts.oauth(DOMAIN, "MicrosoftSts", METADATA, ""));
		assertThat(printed.exitCode()).isNotZero();
		assertThat(this.byHand.ledger().effects()).isEqualTo(before);
		return (printed.output() + printed.errors()).replaceAll("\\s+", " ");
	}

	@ParameterizedTest
	@EnumSource(names = { "AUTH_SERVER_OTHER_TENANT", "AUTH_SERVER_BY_DOCUMENT" })
	void asksForTheTenantIdWhereAnAuthServerMayBeAnybodys(Scenario scenario) throws IOException {
		stopsBeforeAnyChange(scenario, "Write your tenant ID into");
	}

	@Test
	void stopsWhereExchangeSignsAsAnotherPrincipal() throws IOException {
		stopsBeforeAnyChange(Scenario.AUTH_CONFIGURATION_FOREIGN, "signs as another service principal");
	}

	private void stopsBeforeAnyChange(Scenario scenario, String words) throws IOException {
		open(scenario);
		List<Effect> before = this.byHand.ledger().effects();
		Printed printed = run(DownloadScripts.oauth(DOMAIN, "MicrosoftSts", METADATA, ""));
		assertThat(printed.exitCode()).isNotZero();
		assertThat((printed.output() + printed.errors()).replaceAll("\\s+", " ")).contains(words);
		assertThat(this.byHand.ledger().effects()).isEqualTo(before);
	}

	/** As a person writes it into the script. */
	private static DownloadScript withTenantId(DownloadScript script) {
		return new DownloadScript(script.fileName(), script.sha256(),
				script.text().replace("$tenantId = ''", "$tenantId = '" + FabrikamTenant.ID + "'"));
	}

	@Test
	void tellsWhatIsThereAndChangesNothing() throws IOException {
		open(Scenario.STANDARD);
		List<Effect> before = this.byHand.ledger().effects();
		assertThat(good(run(DownloadScripts.servers())).output().lines())
			.anyMatch((line) -> line.matches("CAS1 .*15\\.0\\.1497\\.2 .*CU23 .*As required; newer: .*CU23 Mar23SU .*"))
			.anyMatch((line) -> line.matches("EX2 .*15\\.0\\.1497\\.2 .*CU23 .*As required; newer: .*CU23 Mar23SU .*"));
		assertThat(good(run(DownloadScripts.tenant(DOMAIN))).output())
			.containsPattern("(?m)^fabrikam\\.com +verified: True")
			.contains("Tenant: Fabrikam", "Complete.")
			.doesNotContain("WARNING");
		assertThat(this.byHand.ledger().effects()).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource({
			"SECURITY_UPDATES, EX1 +Mailbox +15\\.2\\.2562\\.20 +Exchange SE RTM Aug25SU \\(2025-08-12\\) +As required; newer: Exchange SE RTM Sep26SUv2 .*; Microsoft Graph in place of EWS needs 15\\.2\\.2562\\.41",
			"SECURITY_UPDATES, EX2 +Mailbox +15\\.2\\.1748\\.39 +Exchange 2019 CU15 Oct25SU \\(2025-10-14\\) +As required; newer: .*CU15 Sep26SUv2.*; Microsoft Graph in place of EWS needs a newer version of Exchange",
			"SECURITY_UPDATES, CAS1 +Mailbox +15\\.1\\.2507\\.55 +Exchange 2016 CU23 Apr25HU .*As required; newer: .*CU23 Sep26SUv2.*",
			"EDGE_SERVER, EDGE1 +Edge +15\\.0\\.712\\.24 +Exchange 2013 CU2 .*Left out: an Edge server.*",
			"LEFTOVER_2010, EX10 .*14\\.3\\.123\\.4 +Exchange 2010 SP3 .*Blocks: older than Exchange 2013.*" })
	void judgesTheServersOfEveryTopology(Scenario scenario, String line) throws IOException {
		open(scenario);
		assertThat(good(run(DownloadScripts.servers())).output().lines()).anyMatch((one) -> one.matches(line));
	}

	private void secondRunsChangeNothing(DownloadScript oauth, DownloadScript push) throws IOException {
		int before = this.byHand.ledger().effects().size();
		List<String> keys = this.byHand.keys();
		assertThat(good(run(oauth)).output()).contains("AuthServer Config already exists.").doesNotContain("Creating");
		assertThat(good(run(DownloadScripts.tenantKey(DOMAIN, Microsoft365.EXCHANGE_ONLINE, true))).output())
			.contains("The key is there already.");
		assertThat(this.byHand.ledger().effects()).hasSize(before);
		assertThat(this.byHand.keys()).isEqualTo(keys);
		good(run(push));
		assertThat(this.byHand.ledger().effects().stream().skip(before).map(Effect::kind))
			.as("only restarts and probes")
			.contains("HealthManagerRestarted", "AssertionSigned")
			.isSubsetOf("HealthManagerRestarted", "AssertionSigned", "TokenIssued", "PushAccepted", "ProbeAccepted");
	}

	private void open(Scenario scenario) throws IOException {
		this.drive = Files.createDirectory(this.folders.resolve("drive"));
		this.byHand = OpenLab.in(Files.createDirectory(this.folders.resolve("hand")), scenario);
		this.byWizard = this.byHand.twin(Files.createDirectory(this.folders.resolve("wizard")), null);
		this.engine = new PowerShellEngine(this.byHand.exchange(), this.pwsh);
	}

	private String choose(Scenario scenario) {
		return switch (scenario) {
			case TWO_FIT_CERTIFICATES -> named("Exchange S2S OAuth 2");
			case AUTH_CERTIFICATE_EXPIRED -> named("Exchange S2S OAuth");
			default -> "";
		};
	}

	private String named(String friendlyName) {
		return this.byHand.exchange()
			.view()
			.certificates()
			.stream()
			.filter((certificate) -> certificate.friendlyName().equals(friendlyName))
			.map((certificate) -> certificate.certificate().thumbprint().value())
			.findFirst()
			.orElseThrow();
	}

	private Printed run(DownloadScript script) throws IOException {
		Path file = this.drive.resolve(script.fileName());
		Files.write(file, script.file());
		return this.engine.runInShell(LabExchangeFixture.EX1, file,
				Map.of("SYSTEMDRIVE", this.drive.toString(), "HYBRIDGE_LAB_GRAPH_TOKEN", this.byHand.token()));
	}

	private static Printed good(Printed printed) {
		assertThat(printed.exitCode()).as("%s", printed).isZero();
		assertThat(printed.errors()).isEmpty();
		return printed;
	}

	private Certificate exported() throws IOException {
		return Certificate.of(Files.readAllBytes(this.drive.resolve("OAuthConfig/OAuthCert.cer")));
	}

	private void wizardDoesOAuth(String chosen) {
		Exchange exchange = this.byWizard.console();
		for (Change change : changes(exchange, chosen)) {
			switch (change) {
				case CreateAuthCertificate create ->
					exchange.apply(new ExchangeChange.CreateAuthCertificate(create.friendlyName(), create.domainName(),
							create.subjectKeyIdentifier()));
				case SetAuthCertificate set -> exchange.apply(new ExchangeChange.SetAuthCertificate(
						set.signer().in(exchange.inspectEntryServer()).orElseThrow().thumbprint()));
				case SwitchAuthServer enable ->
					exchange.apply(new ExchangeChange.SwitchAuthServer(enable.name(), enable.url(), enable.enabled()));
				case SetAuthServer set -> exchange.apply(new ExchangeChange.SetAuthServer(set.name(), set.wantedUrl()));
				default -> {
				}
			}
		}
	}

	private static List<Change> changes(Exchange exchange, String chosen) {
		Optional<Thumbprint> choice = chosen.isEmpty() ? Optional.empty() : Optional.of(new Thumbprint(chosen));
		return Step.of(StepName.OAUTH)
			.examine(new Observation(Instant.now(), new Reading.Seen<>(exchange.inspect()),
					new Reading.Seen<>(new TenantDiscovery.Found(FabrikamTenant.ID, "")), new Reading.SignInNeeded<>()),
					new TargetState("Fabrikam", DOMAIN, METADATA, choice, IDENTIFIER, Duration.ofDays(1)))
			.changes();
	}

	/** What is planned by hand now, before anything of it is made. */
	private List<PlannedPart> plans(String chosen) {
		return changes(this.byHand.console(), chosen).stream()
			.filter((change) -> !change.optional())
			.<PlannedPart>map((change) -> (change.plannedCall()
				.orElseThrow() instanceof RemoteCall.OnExchange(ExchangeChange call)) ? new PlannedPart.OnExchange(call)
						: new PlannedPart.InTenant())
			.toList();
	}

	private void wizardAddsTheKey() {
		String key = this.byWizard.exchange().currentAuthCertificate().base64();
		if (!this.byWizard.keys().contains(key)) {
			this.byWizard.addKey(key);
		}
	}

	private void wizardEnablesTheProxy() {
		Exchange exchange = this.byWizard.console();
		exchange.apply(new ExchangeChange.EnablePushProxy(DOMAIN));
		List<String> servers = this.byWizard.exchange()
			.state()
			.servers()
			.stream()
			.filter((server) -> server.holdsMailboxes() && server.isReached())
			.map(Server::fqdn)
			.toList();
		servers.forEach(exchange::restartHealthManager);
		for (String server : servers) {
			assertThat(exchange.probe(server).resultType()).isEqualTo("Succeeded");
		}
	}

	/** Nothing but the random in a new certificate may differ. */
	private void alike() {
		assertThat(ledger(this.byHand)).isEqualTo(ledger(this.byWizard));
		Certificate byHand = this.byHand.exchange().currentAuthCertificate();
		assertThat(byHand.subject()).isEqualToIgnoringCase(this.byWizard.exchange().currentAuthCertificate().subject());
	}

	private static List<String> ledger(OpenLab lab) {
		List<Effect> effects = lab.ledger().effects();
		return effects.stream()
			.map((effect) -> effect.world().equals("exchange")
					? ScriptReply.agreed(effect, effects).replaceAll("subjectKeyIdentifier=[0-9a-f]{32}", "IDENTIFIER")
					: effect.world() + " " + effect.kind())
			.toList();
	}

}

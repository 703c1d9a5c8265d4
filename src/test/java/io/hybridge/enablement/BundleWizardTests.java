package io.hybridge.enablement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.commons.codec.digest.DigestUtils;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.support.TransactionTemplate;

import io.hybridge.exchange.link.BundleLink;
import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.ServerLinks;
import io.hybridge.lab.exchange.PowerShellFixture;
import io.hybridge.lab.exchange.script.CarriedByHand;
import io.hybridge.lab.world.Scenario;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.run.execution.NextWake;
import io.hybridge.security.People;
import io.hybridge.security.secret.Secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** The wizard where the console reaches no server: a person carries every question. */
class BundleWizardTests extends LabWizard {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private ServerLinks links;

	@Autowired
	private Secrets secrets;

	@Autowired
	private TransactionTemplate transaction;

	@TempDir
	private Path folder;

	private List<ServerLink> former;

	@BeforeEach
	void carry() throws Exception {
		LAB.reset(Scenario.STANDARD);
		forgetWhatWasMade();
		if (this.former == null) {
			this.former = this.links.of(fabrikam());
		}
		relink(this.former.stream().<ServerLink>map((link) -> new BundleLink(link.fqdn())).toList());
	}

	/** Others share the database. */
	@AfterAll
	void reachAgain() {
		this.jdbc.sql("delete from bundle_call").update();
		this.jdbc.sql("delete from bundle").update();
		relink(this.former);
	}

	@Test
	void aCheckWaitsForItsAnswersAndThenGoesOn() throws Exception {
		this.desk.ask("servers", "check");
		this.clock.set(parked());
		assertThat(this.desk.show("servers").select("main").text()).contains("A person has to carry this");
		assertThat(this.desk.overview().select("main").text()).contains("Waits for a bundle to be carried")
			.doesNotContain("is checking");
		CarriedByHand bundle = bundle();
		assertThat(bundle.scripts()).containsOnly("Get-HybridState");
		assertThat(bundle.servers()).hasSizeGreaterThan(1);
		Document page = this.desk.page(bundleAddress());
		assertThat(page.select("main").text()).contains(DigestUtils.sha256Hex(archive()), "This bundle only reads",
				"The console did not see it happen");
		for (String server : bundle.servers()) {
			assertThat(bring(bundle.answer(LAB.exchange(), server)).getResponse().getStatus()).isEqualTo(302);
		}
		Document step = this.desk.finish("servers");
		assertThat(step.select("main").text()).doesNotContain("A person has to carry this");
		assertThat(this.desk.status("servers")).isNotIn("RUNNING", "UNSEEN", "NOT_STARTED");
		assertThat(this.desk.showRun().select("main").text()).contains("Brought by", "not witnessed by the console");
		assertThat(audited("CHECK")).contains("\"broughtBy\":");
	}

	@Test
	void walksFromTheCheckToTheReadBack() throws Exception {
		this.desk.ask("oauth", "check");
		walk(bundle -> server -> bundle.answer(LAB.exchange(), server));
		Document planned = this.desk.show("oauth");
		this.desk.ask(planned, "oauth", People.operator());
		List<String> carried = walk(bundle -> server -> bundle.answer(LAB.exchange(), server));
		assertThat(carried).first().isEqualTo("Get-HybridState");
		Document run = this.desk.showRun();
		assertThat(run.select("main").text()).contains("Read back: as planned")
			.contains("the console did not witness it");
		assertThat(this.jdbc.sql("select state from step_run where id = ?")
			.param(this.desk.newestRun())
			.query(String.class)
			.single()).as(run.select("main").text()).isEqualTo("DONE");
		this.desk.ask("push-proxy", "check");
		walk(bundle -> server -> bundle.answer(LAB.exchange(), server));
		this.desk.ask(this.desk.show("push-proxy"), "push-proxy", People.operator());
		assertThat(walk(bundle -> server -> bundle.answer(LAB.exchange(), server))).contains("Enable-PushProxy");
		assertThat(LAB.ledger().effects()).extracting((effect) -> effect.kind()).contains("PushProxyEnabled");
		assertThat(this.desk.show("push-proxy").select("main").text()).doesNotContain("Unknown, checking");
		this.desk.ask("push-proxy", "verify");
		assertThat(walk(bundle -> server -> bundle.answer(LAB.exchange(), server))).contains("Restart-HealthManager",
				"Test-PushProxy");
		assertThat(this.desk.status("push-proxy")).isEqualTo("IN_EFFECT");
	}

	@Test
	void walksInTheRealEngine() throws Exception {
		Path pwsh = PowerShellFixture.required();
		this.desk.ask("push-proxy", "check");
		List<String> carried = walk(bundle -> server -> bundle.answer(LAB.exchange(), server, pwsh,
				Files.createTempDirectory(this.folder, "bundle")));
		assertThat(carried).contains("Get-HybridState");
		assertThat(this.desk.status("push-proxy")).isNotIn("RUNNING", "UNSEEN", "NOT_STARTED");
	}

	@Test
	void whatDoesNotBelongHereCountsForNothing() throws Exception {
		this.desk.ask("servers", "check");
		parked();
		CarriedByHand bundle = bundle();
		String good = bundle.answer(LAB.exchange(), bundle.servers().getFirst());
		assertRefused("", "Choose the file with the answer");
		assertRefused("hello", "No answer of a bundle is in this");
		assertRefused(good.substring(0, good.length() / 2), "The answer is cut off");
		char other = (good.charAt(100) == 'A') ? 'B' : 'A';
		assertRefused(good.substring(0, 100) + other + good.substring(101), "damaged on its way");
		assertRefused(CarriedByHand.sealed("{\"bundle\":999999}"), "This answers another bundle (999999)");
		assertRefused(CarriedByHand.sealed("[]"), "another bundle");
		assertRefused(CarriedByHand.sealed("{"), "damaged on its way");
		assertRefused("#<hybridge-begun>#\r\n", "did not come to its end");
		assertRefused("x".repeat(4 * 1024 * 1024 + 1), "longer than any answer");
		assertRefused(good.replace("#<", "# <"), "No answer of a bundle");
		String elsewhere = bundle.servers().getLast();
		assertRefused(bundle.answer(LAB.exchange(), elsewhere, bundle.servers().getFirst()), "This was run on");
		bring(good);
		assertRefused(good, "It counts once");
		discard();
		assertRefused(good, "handed in this answer already");
		this.desk.finish("servers");
	}

	@Test
	void keepsWhatWasTyped() throws Exception {
		this.desk.ask("servers", "check");
		parked();
		Document page = Jsoup.parse(this.mvc
			.perform(
					multipart(bundleAddress()).param("answer", "half an <answer>").with(People.operator()).with(csrf()))
			.andReturn()
			.getResponse()
			.getContentAsString());
		assertThat(page.select("textarea[name=answer]").text()).isEqualTo("half an <answer>");
		assertThat(page.select(".field:has(textarea[name=answer]) .error").text()).contains("No answer of a bundle");
		discard();
		this.desk.finish("servers");
		assertThat(this.jdbc.sql("select state from step_run where id = ?")
			.param(this.desk.newestRun())
			.query(String.class)
			.single()).isEqualTo("UNCHECKED");
	}

	@Test
	void aDiscardedChangeIsNeitherDoneNorNotDone() throws Exception {
		this.desk.ask("oauth", "check");
		walk(bundle -> server -> bundle.answer(LAB.exchange(), server));
		this.desk.ask(this.desk.show("oauth"), "oauth", People.operator());
		parked();
		CarriedByHand look = bundle();
		for (String server : look.servers()) {
			bring(look.answer(LAB.exchange(), server));
		}
		parked();
		assertThat(this.desk.page(bundleAddress()).select("main").text())
			.contains("does not know whether the bundle was run", "discarding it here stops no copy");
		assertThat(this.jdbc.sql("select state from step_change where run_id = ? order by ordinal limit 1")
			.param(this.desk.newestRun())
			.query(String.class)
			.single()).as("the intent is recorded before the hand-out").isEqualTo("SENT");
		assertThat(this.desk.showRun().select("main").text())
			.contains("Put into a bundle; whether it was run, nobody knows")
			.doesNotContain("Sent to Exchange");
		discard();
		this.desk.finish("oauth");
		assertThat(this.desk.showRun().select("main").text())
			.contains("The bundle was discarded; whether it was run is not known");
		assertThat(audited("BUNDLE")).contains("discarded-to-change");
	}

	@Test
	void holdsNoneOfTheSecretsThatTheConsoleKeeps() throws Exception {
		ServerLink reached = this.former.getLast();
		OrganizationId contoso = RegisteredOrganizations.add(this.jdbc, "Contoso", "contoso.com");
		try {
			relink(contoso, List.of(StoredSecrets.KERBEROS));
			relink(this.former.stream()
				.map((link) -> link.equals(reached) ? reached : new BundleLink(link.fqdn()))
				.toList());
			this.desk.ask("oauth", "check");
			walk(bundle -> server -> bundle.answer(LAB.exchange(), server));
			this.desk.ask(this.desk.show("oauth"), "oauth", People.operator());
			assertThat(walk(bundle -> server -> bundle.answer(LAB.exchange(), server)))
				.anyMatch((script) -> !script.startsWith("Get-"));
			StoredSecrets stored = StoredSecrets.in(this.jdbc, this.secrets);
			assertThat(stored.kinds()).contains("password of a link", "token of the tenant", "signing key");
			assertThat(stored.hasKerberosPassword()).isTrue();
			List<byte[]> archives = this.jdbc.sql("select archive from bundle").query(byte[].class).list();
			for (byte[] archive : archives) {
				Map<String, byte[]> files = new CarriedByHand(archive).files();
				assertThat(stored.leakedIn(files)).isEmpty();
				assertThat(stored.foundWherePlantedIn(files)).as("each of them would be found").isTrue();
			}
		}
		finally {
			relink(contoso, List.of());
			this.jdbc.sql("delete from organization where id = ?").param(contoso.value()).update();
		}
	}

	/** Carries until the run ends, and says which scripts were carried. */
	private List<String> walk(Person person) throws Exception {
		List<String> scripts = new ArrayList<>();
		for (int walks = 0; walks < 60; walks++) {
			NextWake next = this.desk.goOn();
			if (next instanceof NextWake.Ended) {
				return scripts;
			}
			boolean waits = this.jdbc.sql("select count(*) from step_run where id = ? and state = 'PARKED'")
				.param(this.desk.newestRun())
				.query(Long.class)
				.single() > 0;
			if (waits) {
				CarriedByHand bundle = bundle();
				scripts.addAll(bundle.scripts());
				for (String server : bundle.servers()) {
					MvcResult taken = bring(person.with(bundle).answer(server));
					assertThat(taken.getResponse().getStatus()).as(taken.getResponse().getContentAsString())
						.isEqualTo(302);
				}
			}
			else if (next instanceof NextWake.At(var at)) {
				this.clock.set(at);
			}
		}
		throw new AssertionError("It does not end: " + this.desk.showRun().select("main").text() + scripts);
	}

	private Instant parked() {
		assertThat(this.desk.goOn()).isInstanceOf(NextWake.At.class);
		assertThat(this.jdbc.sql("select state from step_run where id = ?")
			.param(this.desk.newestRun())
			.query(String.class)
			.single()).isEqualTo("PARKED");
		return this.clock.instant();
	}

	private void assertRefused(String text, String why) throws Exception {
		MvcResult refused = bring(text);
		assertThat(refused.getResponse().getStatus()).as(why).isEqualTo(422);
		assertThat(Jsoup.parse(refused.getResponse().getContentAsString()).select(".field .error").text())
			.contains(why);
	}

	private CarriedByHand bundle() throws Exception {
		return new CarriedByHand(archive());
	}

	private byte[] archive() throws Exception {
		String address = this.desk.page(bundleAddress()).select("a[href$=/file]").attr("href");
		return this.mvc.perform(get(address).with(People.operator())).andReturn().getResponse().getContentAsByteArray();
	}

	private MvcResult bring(String text) throws Exception {
		MockMultipartFile file = new MockMultipartFile("file", "Answer.txt", "text/plain",
				text.getBytes(StandardCharsets.US_ASCII));
		return this.mvc.perform(multipart(bundleAddress()).file(file).with(People.operator()).with(csrf())).andReturn();
	}

	private void discard() throws Exception {
		this.mvc.perform(post(bundleAddress() + "/discard").with(People.operator()).with(csrf())).andReturn();
	}

	private String bundleAddress() {
		return "/runs/" + this.desk.newestRun() + "/bundle";
	}

	private String audited(String kind) {
		return this.jdbc.sql("select canonical from audit_entry where kind = ? and run_id = ? order by id desc limit 1")
			.params(kind, this.desk.newestRun())
			.query(String.class)
			.single();
	}

	private void relink(List<? extends ServerLink> links) {
		relink(fabrikam(), links);
	}

	private void relink(OrganizationId organization, List<? extends ServerLink> links) {
		this.transaction.executeWithoutResult((status) -> this.links.replace(organization, List.copyOf(links)));
	}

	private OrganizationId fabrikam() {
		return new OrganizationId(
				this.jdbc.sql("select id from organization where name = 'Fabrikam'").query(Long.class).single());
	}

	/** Who carries. */
	private interface Person {

		OnServer with(CarriedByHand bundle);

	}

	/** What the person brings from a server. */
	private interface OnServer {

		String answer(String server) throws IOException;

	}

}

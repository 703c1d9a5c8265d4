package io.hybridge.exchange.bundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

import io.hybridge.exchange.link.BundleLink;
import io.hybridge.exchange.link.ServerLinks;
import io.hybridge.exchange.powershell.Errand;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.lab.exchange.script.CarriedByHand;
import io.hybridge.microsoft365.MemorySecrets;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.security.secret.Secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

/** What is promised of bundles and of what is brought, whatever the database. */
@Import({ Bundles.class, BundleMaker.class, BroughtAnswers.class, ConsoleSeal.class,
		BundlesContract.Surroundings.class })
abstract class BundlesContract {

	private static final long RUN = 7;

	private static final ScriptCall CHANGE = BundleFixture.call("ex1.fabrikam.com", "Enable-PushProxy",
			Map.of("organization", "fabrikam.com"));

	@Autowired
	Bundles bundles;

	@Autowired
	BundleMaker maker;

	@Autowired
	BroughtAnswers answers;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	@MockitoBean
	ServerLinks links;

	private Errand errand;

	@BeforeEach
	void miss() {
		this.jdbc.sql("delete from bundle_call").update();
		this.jdbc.sql("delete from bundle").update();
		OrganizationId fabrikam = RegisteredOrganizations.addFabrikam(this.jdbc);
		when(this.links.of(any())).thenReturn(List.of(new BundleLink("ex1.fabrikam.com")));
		this.errand = new Errand(RUN, RUN, fabrikam);
		this.errand.miss(CHANGE);
	}

	@Test
	void keepsTheArchiveThatItsHashNames() {
		Bundle bundle = made();
		byte[] archive = this.bundles.archive(bundle.id());
		assertThat(DigestUtils.sha256Hex(archive)).isEqualTo(bundle.sha256());
		assertThat(bundle.changes()).isTrue();
		assertThat(bundle.open()).isTrue();
	}

	@Test
	void makesNoSecondOneWhileOneIsWaitedFor() {
		made();
		assertThat(this.transaction.<Boolean>execute((status) -> this.maker.make(this.errand, null).isEmpty()))
			.isTrue();
		assertThat(this.bundles.ofRun(RUN)).hasSize(1);
	}

	@Test
	void answersWithWhatWasBroughtOnceItIsWhole() throws Exception {
		Bundle bundle = made();
		assertThat(reply()).isInstanceOf(BroughtAnswers.Missing.class);
		bring(answer(bundle));
		assertThat(reply()).isEqualTo(new BroughtAnswers.Answered(printed("Enable-PushProxy")));
		assertThat(this.bundles.openOf(RUN)).isEmpty();
		assertThat(this.bundles.broughtTo(RUN)).contains("Petra Kern");
		this.bundles.close(RUN);
		assertThat(reply()).as("what was seen before a change").isInstanceOf(BroughtAnswers.Missing.class);
	}

	@Test
	void countsAnAnswerOnceHoweverManyBringItAtTheSameTime() throws Exception {
		String answer = answer(made());
		Callable<Boolean> attempt = () -> {
			try {
				bring(answer);
				return true;
			}
			catch (RefusedAnswer ex) {
				assertThat(ex.reason()).isEqualTo("bundle.answer.counted");
				return false;
			}
		};
		List<Boolean> counted = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			for (Future<Boolean> each : threads.invokeAll(List.of(attempt, attempt, attempt, attempt))) {
				counted.add(each.get());
			}
		}
		assertThat(counted).containsOnlyOnce(true);
	}

	@Test
	void takesNothingForWhatWasDiscarded() throws Exception {
		Bundle bundle = made();
		assertThat(this.transaction.<Boolean>execute((status) -> this.bundles.discard(bundle))).isTrue();
		assertThat(reply()).isInstanceOf(BroughtAnswers.Discarded.class);
		String answer = answer(bundle);
		assertThatExceptionOfType(RefusedAnswer.class).isThrownBy(() -> bring(answer))
			.satisfies((refused) -> assertThat(refused.reason()).isEqualTo("bundle.answer.discarded"));
	}

	private Bundle made() {
		this.transaction.executeWithoutResult((status) -> this.maker.make(this.errand, null).orElseThrow());
		return this.bundles.openOf(RUN).orElseThrow();
	}

	private BroughtAnswers.Reply reply() {
		return this.answers.to(RUN, CHANGE);
	}

	private void bring(String answer) {
		this.transaction.executeWithoutResult((status) -> this.bundles.bring(RUN, answer, "Petra Kern"));
	}

	private String answer(Bundle bundle) throws Exception {
		return new CarriedByHand(this.bundles.archive(bundle.id())).answering(BundlesContract::printed);
	}

	/** Another language's letters, as a server's message has them. */
	private static String printed(String script) {
		String json = "{\"script\":\"" + script + "\",\"ok\":true,\"data\":{\"text\":\"\u00fc\u20ac\"}}";
		return "warning: \u00fc\u20ac\r\n#<hybridge>#"
				+ Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)) + "#</hybridge>#";
	}

	@TestConfiguration
	@EnableConfigurationProperties(BundleProperties.class)
	static class Surroundings {

		@Bean
		Secrets secrets() {
			return new MemorySecrets();
		}

	}

}

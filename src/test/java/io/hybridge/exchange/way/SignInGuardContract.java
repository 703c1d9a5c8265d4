package io.hybridge.exchange.way;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.hybridge.exchange.link.BasicLinks;
import io.hybridge.exchange.link.LocalLink;
import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.ServerLinks;
import io.hybridge.exchange.powershell.ScriptAnswer;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.ScriptCatalog;
import io.hybridge.exchange.powershell.Transport;
import io.hybridge.organization.OrganizationId;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.support.Faults;
import io.hybridge.support.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What is promised about accounts that are refused, whatever the database. */
@Import({ SignInGuard.class, RefusedSignIns.class, MutableClock.class })
abstract class SignInGuardContract {

	private static final ServerLink EX1 = BasicLinks.to("ex1.fabrikam.com", "127.0.0.1", 5986, "FABRIKAM\\svc", "old",
			"");

	private static final ServerLink EX2 = BasicLinks.to("ex2.fabrikam.com", "127.0.0.1", 5986, "fabrikam\\SVC", "old",
			"");

	@Autowired
	SignInGuard guard;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	MutableClock clock;

	@Autowired
	ApplicationEventPublisher events;

	private final AtomicInteger tried = new AtomicInteger();

	@BeforeEach
	void nobodyWasRefused() {
		this.jdbc.sql("delete from refused_sign_in").update();
	}

	@Test
	@Faults("F12")
	void anAccountThatWasRefusedTwiceRestsOnEveryServerAndSaysHowLong() {
		refused(EX1);
		refused(EX2);
		RemoteFailure rests = failure(EX1, this::refuse);
		assertThat(rests.code()).isEqualTo("exchange.sign-in-rests");
		assertThat(rests.effect()).isEqualTo(RemoteFailure.Effect.NONE);
		assertThat(rests.pause()).contains(Duration.ofMinutes(15));
		assertThat(this.tried).hasValue(2);
		this.clock.advance(Duration.ofMinutes(15));
		refused(EX1);
		assertThat(this.tried).hasValue(3);
	}

	@Test
	void whoeverChangesTheConnectionMayTryAtOnce() {
		refused(EX1);
		refused(EX1);
		this.events.publishEvent(new ServerLinks.Changed(new OrganizationId(1), List.of(EX1)));
		refused(EX1);
		assertThat(this.tried).hasValue(3);
	}

	@Test
	void otherFailuresCountForNothing() {
		for (int times = 0; times < 4; times++) {
			assertThat(failure(EX1, (call) -> {
				throw RemoteFailure.withoutEffect(call.server(), "exchange.unreachable", "");
			}).code()).isEqualTo("exchange.unreachable");
		}
	}

	@Test
	void whatHasNoPasswordIsNotGuarded() {
		Transport transport = this::refuse;
		assertThat(this.guard.over(new LocalLink("ex1.fabrikam.com"), transport)).isSameAs(transport);
	}

	/** Thirty servers are asked at once, and the password is wrong. */
	@Test
	void aWrongPasswordIsNotTriedOnManyServersAtOnce() throws Exception {
		CountDownLatch together = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<RemoteFailure>> asked = IntStream.range(0, 30).mapToObj((number) -> threads.submit(() -> {
				together.await();
				return failure(EX1, this::refuse);
			})).toList();
			together.countDown();
			for (Future<RemoteFailure> one : asked) {
				assertThat(one.get().code()).isIn("exchange.sign-in-refused", "exchange.sign-in-rests");
			}
		}
		assertThat(this.tried).hasValue(2);
	}

	private void refused(ServerLink link) {
		assertThat(failure(link, this::refuse).code()).isEqualTo("exchange.sign-in-refused");
	}

	private ScriptAnswer refuse(ScriptCall call) {
		this.tried.incrementAndGet();
		throw RemoteFailure.withoutEffect(call.server(), "exchange.sign-in-refused", "");
	}

	private RemoteFailure failure(ServerLink link, Transport transport) {
		ScriptCall call = new ScriptCall(link.fqdn(), ScriptCatalog.load().script("Get-Access"), Map.of(),
				Duration.ofMinutes(1));
		return catchThrowableOfType(RemoteFailure.class, () -> this.guard.over(link, transport).run(call));
	}

}

package io.hybridge.security.signin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

import io.hybridge.security.People;
import io.hybridge.security.account.PasswordHashing;
import io.hybridge.security.account.Role;
import io.hybridge.support.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

/** Many who want a password checked at once cost neither memory nor processors. */
@ApplicationTest
class FloodTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private WebApplicationContext context;

	@Autowired
	private PasswordHashing hashing;

	@BeforeEach
	void isSetUp() {
		People.account(this.context, Role.OPERATOR);
	}

	@Test
	void hashesTwoAtATimeAndRefusesWhoFindsNoPlaceToWait() throws Exception {
		PasswordHashing patient = new PasswordHashing(Duration.ofMinutes(5));
		AtomicInteger present = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		AtomicInteger refused = new AtomicInteger();
		CountDownLatch everyoneElseWasRefused = new CountDownLatch(40 - 10);
		List<Future<?>> all = new ArrayList<>();
		try (ExecutorService pool = Executors.newFixedThreadPool(40)) {
			for (int i = 0; i < 40; i++) {
				all.add(pool.submit(() -> {
					try {
						patient.inTurn(() -> {
							most.accumulateAndGet(present.incrementAndGet(), Math::max);
							await(everyoneElseWasRefused);
							return present.decrementAndGet();
						});
					}
					catch (PasswordHashing.Busy ex) {
						refused.incrementAndGet();
						everyoneElseWasRefused.countDown();
					}
				}));
			}
			for (Future<?> each : all) {
				each.get();
			}
		}
		assertThat(most).hasValue(2);
		assertThat(refused).hasValue(30);
	}

	@Test
	void refusesASignInWhileOthersHoldBothPlaces() throws Exception {
		CountDownLatch answered = new CountDownLatch(1);
		CountDownLatch working = new CountDownLatch(2);
		try (ExecutorService pool = Executors.newFixedThreadPool(10)) {
			for (int i = 0; i < 10; i++) {
				pool.submit(() -> this.hashing.inTurn(() -> {
					working.countDown();
					await(answered);
					return null;
				}));
			}
			working.await();
			this.mvc
				.perform(post("/sign-in").param("username", "operator@fabrikam.com")
					.param("password", People.PASSWORD)
					.with(csrf()))
				.andExpect(redirectedUrl("/sign-in?busy"));
			answered.countDown();
		}
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}

package io.hybridge.security.signin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import jakarta.servlet.http.Cookie;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

import io.hybridge.security.People;
import io.hybridge.security.account.Guest;
import io.hybridge.security.account.PasswordHashing;
import io.hybridge.security.account.Role;
import io.hybridge.support.ApplicationTest;
import io.hybridge.support.Waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** Many who want a password checked at once cost neither memory nor processors. */
@ApplicationTest
class FloodTests {

	private static final String OPERATOR = "operator@fabrikam.com";

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
		assertThat(crowd(40, (number) -> Guest.known("account " + number), 40 - 18)).isEqualTo(2);
	}

	@Test
	void givesStrangersOneOfTheTwoPlacesAndFewerOfThemAPlaceToWait() throws Exception {
		assertThat(crowd(40, (number) -> Guest.stranger("192.0.2." + number), 40 - 9)).isEqualTo(1);
	}

	@Test
	void oneNetworkDoesNotFillWhatStrangersMayHave() throws Exception {
		assertThat(crowd(24, (number) -> Guest.stranger("192.0.2.1"), 24 - 3)).isEqualTo(1);
	}

	/**
	 * As many as say so come at once, and nobody leaves before the others were refused.
	 * @return how many were let in together at most
	 */
	private int crowd(int size, IntFunction<Guest> guests, int refused) throws Exception {
		PasswordHashing patient = new PasswordHashing(Duration.ofMinutes(5));
		AtomicInteger present = new AtomicInteger();
		AtomicInteger most = new AtomicInteger();
		CountDownLatch everyoneElseWasRefused = new CountDownLatch(refused);
		List<Future<Boolean>> all = new ArrayList<>();
		try (ExecutorService pool = Executors.newFixedThreadPool(size)) {
			for (int i = 0; i < size; i++) {
				Guest guest = guests.apply(i);
				all.add(pool.submit(() -> {
					try {
						return patient.inTurn(guest, () -> {
							most.accumulateAndGet(present.incrementAndGet(), Math::max);
							await(everyoneElseWasRefused);
							present.decrementAndGet();
							return true;
						});
					}
					catch (PasswordHashing.Busy ex) {
						everyoneElseWasRefused.countDown();
						return false;
					}
				}));
			}
			int out = 0;
			for (Future<Boolean> each : all) {
				out += each.get() ? 0 : 1;
			}
			assertThat(out).isEqualTo(refused);
			return most.get();
		}
	}

	@Test
	void whoIsKnownComesInWhileStrangersHoldAllTheyMayHaveAndAStrangerHearsThatItIsBusy() throws Exception {
		Cookie device = signIn(OPERATOR, "192.0.2.9").getCookie("DEVICE");
		CountDownLatch answered = new CountDownLatch(1);
		CountDownLatch all = new CountDownLatch(9);
		CountDownLatch working = new CountDownLatch(1);
		try (ExecutorService pool = Executors.newFixedThreadPool(9)) {
			for (int i = 0; i < 9; i++) {
				Guest stranger = Guest.stranger("198.51.100." + i);
				pool.submit(() -> {
					all.countDown();
					return this.hashing.inTurn(stranger, () -> {
						working.countDown();
						await(answered);
						return null;
					});
				});
			}
			all.await();
			working.await();
			Waiting.await().until(() -> signIn("nobody", "203.0.113.7").getRedirectedUrl().equals("/sign-in?busy"));
			assertThat(signIn(OPERATOR, "203.0.113.7", device).getRedirectedUrl()).isEqualTo("/");
			answered.countDown();
		}
	}

	private MockHttpServletResponse signIn(String userName, String network, Cookie... device) throws Exception {
		MockHttpServletRequestBuilder form = post("/sign-in").param("username", userName)
			.param("password", People.PASSWORD)
			.with(csrf())
			.with((request) -> {
				request.setRemoteAddr(network);
				return request;
			});
		return this.mvc.perform((device.length > 0) ? form.cookie(device) : form).andReturn().getResponse();
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

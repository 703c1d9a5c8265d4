package io.hybridge.web.error;

import java.time.Duration;
import java.util.List;

import jakarta.servlet.RequestDispatcher;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;

import io.hybridge.support.MutableClock;
import io.hybridge.web.OpenAddresses;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorLogTests {

	private final Logger log = (Logger) LoggerFactory.getLogger(ErrorPages.class);

	private final ListAppender<ILoggingEvent> told = new ListAppender<>();

	private final MutableClock clock = new MutableClock();

	private final ErrorPages pages = new ErrorPages(this.clock, Mockito.mock(OpenAddresses.class));

	@BeforeEach
	void listen() {
		this.told.start();
		this.log.addAppender(this.told);
	}

	@AfterEach
	void listenNoMore() {
		this.log.detachAppender(this.told);
	}

	@Test
	void anErrorThatComesAgainAndAgainIsToldWholeTenTimesAMinute() {
		for (int i = 0; i < 50; i++) {
			fail("/sign-in");
		}
		assertThat(this.told.list).hasSize(50);
		assertThat(whole()).hasSize(10);
		this.clock.advance(Duration.ofMinutes(1));
		fail("/" + "x".repeat(7_000));
		assertThat(whole()).hasSize(11);
		assertThat(this.told.list.getLast().getFormattedMessage()).hasSizeLessThan(400);
	}

	private List<ILoggingEvent> whole() {
		return this.told.list.stream().filter((event) -> event.getThrowableProxy() != null).toList();
	}

	private void fail(String address) {
		MockHttpServletRequest request = new MockHttpServletRequest("GET", "/error");
		request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
		request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, address);
		request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("closed"));
		this.pages.error(request, new MockHttpServletResponse(), new ExtendedModelMap());
	}

}

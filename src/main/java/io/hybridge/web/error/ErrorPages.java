package io.hybridge.web.error;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

import io.hybridge.web.OpenAddresses;

/**
 * Answers with a page when something cannot be answered. It needs neither database nor
 * session, and names an error under an id that stands in the log too.
 */
@Controller
class ErrorPages implements ErrorController {

	private static final Logger log = LoggerFactory.getLogger(ErrorPages.class);

	private static final Duration WINDOW = Duration.ofMinutes(1);

	private static final int WHOLE = 10;

	private final Clock clock;

	private final OpenAddresses addresses;

	private Instant since;

	private int told;

	ErrorPages(Clock clock, OpenAddresses addresses) {
		this.clock = clock;
		this.addresses = addresses;
	}

	@RequestMapping("${spring.web.error.path:/error}")
	String error(HttpServletRequest request, HttpServletResponse response, Model model) {
		int status = status(request);
		response.setStatus(status);
		ErrorKind kind = ErrorKind.of(status, why(request));
		if (kind.ours()) {
			String id = newId();
			log(id, request);
			model.addAttribute("errorId", id);
			model.addAttribute("at", this.clock.instant());
		}
		model.addAttribute("kind", kind.key());
		model.addAttribute("again", kind.passes() ? this.addresses.nearest(within(request)) : null);
		model.addAttribute("retry", kind == ErrorKind.AWAY);
		model.addAttribute("sent", kind == ErrorKind.AWAY && HttpMethod.POST.matches(request.getMethod()));
		model.addAttribute("wait", (kind == ErrorKind.TOO_MANY) ? response.getHeader("Retry-After") : null);
		response.setHeader("Cache-Control", "no-store");
		return "error/page";
	}

	/**
	 * An error that comes again and again is told whole a few times, so that it cannot
	 * fill the disk.
	 */
	private void log(String id, HttpServletRequest request) {
		Throwable why = why(request);
		if (why == null || tellsWhole(this.clock.instant())) {
			log.error("Error {} at {}", id, told(request), why);
		}
		else {
			log.error("Error {} at {}: {}", id, told(request), why.getClass().getName());
		}
	}

	private static Throwable why(HttpServletRequest request) {
		return (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
	}

	private static String told(HttpServletRequest request) {
		String path = path(request);
		return path.substring(0, Math.min(OpenAddresses.LONGEST, path.length()));
	}

	private synchronized boolean tellsWhole(Instant now) {
		if (this.since == null || !now.isBefore(this.since.plus(WINDOW))) {
			this.since = now;
			this.told = 0;
		}
		this.told++;
		return this.told <= WHOLE;
	}

	/** Whoever opens the address itself finds no page there. */
	private static int status(HttpServletRequest request) {
		return (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status) ? status : 404;
	}

	private static String path(HttpServletRequest request) {
		String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
		return path.replaceAll("\\p{Cntrl}", "?");
	}

	private static String within(HttpServletRequest request) {
		String path = path(request);
		return path.startsWith(request.getContextPath()) ? path.substring(request.getContextPath().length()) : "/";
	}

	private static String newId() {
		String hex = HexFormat.of().withUpperCase().toHexDigits(ThreadLocalRandom.current().nextInt());
		return hex.substring(0, 4) + "-" + hex.substring(4);
	}

}

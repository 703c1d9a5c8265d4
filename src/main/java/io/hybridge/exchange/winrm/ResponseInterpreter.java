package io.hybridge.exchange.winrm;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.hybridge.exchange.call.CallProgress;
import io.hybridge.exchange.winrm.WsManAnswer.Fault;
import io.hybridge.remote.RemoteFailure;

/** Tells answers from refusals, by status and fault code, never by a localized text. */
final class ResponseInterpreter {

	private static final Duration PAUSE = Duration.ofSeconds(10);

	private static final int EXCERPT = 1000;

	/** Faults after which the same conversation goes on. */
	private static final Set<Long> RETURNED = Set.of(WsMan.OPERATION_TIMED_OUT, WsMan.PROGRAM_NOT_FOUND);

	private final CallProgress progress;

	ResponseInterpreter(CallProgress progress) {
		this.progress = progress;
	}

	WsManAnswer read(HttpResponse<byte[]> response) {
		return switch (response.statusCode()) {
			case 200, 500 -> answer(response);
			case 401 -> throw notSignedIn(response.headers().allValues("WWW-Authenticate"));
			case 403 -> throw this.progress.refusal("exchange.access-denied", excerpt(response));
			case 404 -> throw this.progress.refusal("exchange.not-winrm", excerpt(response));
			case 429, 503 -> throw asksToWait(response, excerpt(response));
			default -> throw this.progress.failure("exchange.not-winrm", excerpt(response));
		};
	}

	/**
	 * Which ways in the server offers tells a wrong password from a way that is closed.
	 */
	private RemoteFailure notSignedIn(List<String> challenges) {
		Set<String> offered = challenges.stream()
			.flatMap((challenge) -> Stream.of(challenge.split(",")))
			.map((part) -> part.strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT))
			.filter((scheme) -> scheme.matches("[a-z]+"))
			.collect(Collectors.toSet());
		String code = "exchange.sign-in-refused";
		if (!offered.contains("basic")) {
			code = offered.isEmpty() ? "exchange.no-sign-in-offered" : "exchange.basic-not-offered";
		}
		return this.progress.refusal(code, "HTTP 401, offered: " + String.join(", ", challenges));
	}

	private WsManAnswer answer(HttpResponse<byte[]> response) {
		if (response.body().length == 0) {
			throw this.progress.failure("exchange.server-error", excerpt(response));
		}
		WsManAnswer answer = parsed(response);
		if (answer.fault() == null && response.statusCode() != 200) {
			throw this.progress.failure("exchange.server-error", excerpt(response));
		}
		if (answer.fault() != null && !RETURNED.contains(answer.fault().code())) {
			throw refused(answer.fault(), response);
		}
		return answer;
	}

	private WsManAnswer parsed(HttpResponse<byte[]> response) {
		try {
			return WsManReader.read(response.body());
		}
		catch (IOException ex) {
			String code = (response.statusCode() == 500) ? "exchange.server-error" : "exchange.not-winrm";
			throw this.progress.failure(code, excerpt(response)).causedBy(ex);
		}
	}

	private RemoteFailure refused(Fault fault, HttpResponse<byte[]> response) {
		String words = "WSManFault " + fault.code() + ": " + fault.text();
		if (WsMan.ACCESS_DENIED.contains(fault.code())) {
			return this.progress.refusal("exchange.access-denied", words);
		}
		if (fault.code() == WsMan.REMOTE_SHELLS_FORBIDDEN) {
			return this.progress.refusal("exchange.remote-shells-forbidden", words);
		}
		if (WsMan.asksToWait(fault.code())) {
			return asksToWait(response, words);
		}
		String code = (fault.code() == WsMan.SHELL_GONE) ? "exchange.shell-gone" : "exchange.fault";
		return this.progress.failure(code, words);
	}

	private RemoteFailure asksToWait(HttpResponse<byte[]> response, String words) {
		Duration pause = response.headers()
			.firstValue("Retry-After")
			.filter((value) -> value.strip().matches("\\d{1,5}"))
			.map((value) -> Duration.ofSeconds(Long.parseLong(value.strip())))
			.orElse(PAUSE);
		return this.progress.refusal("exchange.asked-to-wait", words).retryAfter(pause);
	}

	private static String excerpt(HttpResponse<byte[]> response) {
		String text = new String(response.body(), 0, Math.min(EXCERPT, response.body().length), StandardCharsets.UTF_8);
		return ("HTTP " + response.statusCode() + " " + text).strip();
	}

}

package io.hybridge.exchange.winrm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

import io.hybridge.exchange.call.CallProgress;
import io.hybridge.exchange.winrm.WsManAnswer.Fault;
import io.hybridge.exchange.winrm.http.Answer;
import io.hybridge.exchange.winrm.http.Challenges;
import io.hybridge.remote.RemoteFailure;

/** Tells answers from refusals, by status and fault code, never by a localized text. */
final class ResponseInterpreter {

	private static final Duration PAUSE = Duration.ofSeconds(10);

	private static final int EXCERPT = 1000;

	private final CallProgress progress;

	ResponseInterpreter(CallProgress progress) {
		this.progress = progress;
	}

	WsManAnswer read(Answer response) {
		return switch (response.status()) {
			case 200, 500 -> answer(response);
			case 401 -> throw notSignedIn(Challenges.in(response.headers()));
			case 403 -> throw refusal(response, "exchange.access-denied", excerpt(response));
			case 404 -> throw refusal(response, "exchange.not-winrm", excerpt(response));
			case 429, 503 -> throw asksToWait(response, excerpt(response));
			default -> throw this.progress.failure("exchange.not-winrm", excerpt(response));
		};
	}

	/**
	 * Which ways in the server offers tells a wrong password from a way that is closed.
	 */
	private RemoteFailure notSignedIn(Challenges challenges) {
		Set<String> offered = challenges.schemes();
		String code = "exchange.sign-in-refused";
		if (!offered.contains("basic")) {
			code = offered.isEmpty() ? "exchange.no-sign-in-offered" : "exchange.basic-not-offered";
		}
		return this.progress.refusal(code, "HTTP 401, " + challenges.words());
	}

	private WsManAnswer answer(Answer response) {
		if (response.body().length == 0) {
			throw this.progress.failure("exchange.server-error", excerpt(response));
		}
		WsManAnswer answer = parsed(response);
		if (answer.fault() == null && response.status() != 200) {
			throw this.progress.failure("exchange.server-error", excerpt(response));
		}
		if (answer.fault() != null && answer.fault().code() != WsMan.OPERATION_TIMED_OUT) {
			throw refused(answer.fault(), response);
		}
		return answer;
	}

	private WsManAnswer parsed(Answer response) {
		try {
			return WsManReader.read(response.body());
		}
		catch (IOException ex) {
			String code = (response.status() == 500) ? "exchange.server-error" : "exchange.not-winrm";
			throw this.progress.failure(code, excerpt(response)).causedBy(ex);
		}
	}

	private RemoteFailure refused(Fault fault, Answer response) {
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

	private RemoteFailure asksToWait(Answer response, String words) {
		Duration pause = response.headers()
			.firstValue("Retry-After")
			.filter((value) -> value.strip().matches("\\d{1,5}"))
			.map((value) -> Duration.ofSeconds(Long.parseLong(value.strip())))
			.orElse(PAUSE);
		return refusal(response, "exchange.asked-to-wait", words).retryAfter(pause);
	}

	/** What anybody on the way may have said proves nothing. */
	private RemoteFailure refusal(Answer response, String code, String evidence) {
		return response.isProved() ? this.progress.refusal(code, evidence) : this.progress.failure(code, evidence);
	}

	private static String excerpt(Answer response) {
		String text = new String(response.body(), 0, Math.min(EXCERPT, response.body().length), StandardCharsets.UTF_8);
		return ("HTTP " + response.status() + " " + text).strip();
	}

}

package io.hybridge.exchange.winrm;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.hybridge.exchange.winrm.WsManAnswer.Fault;
import io.hybridge.remote.RemoteFailure;

/** Tells answers from refusals, by status and fault code, never by a localized text. */
final class ResponseInterpreter {

	private static final Duration PAUSE = Duration.ofSeconds(10);

	private static final int EXCERPT = 200;

	private final CallProgress progress;

	ResponseInterpreter(CallProgress progress) {
		this.progress = progress;
	}

	WsManAnswer read(HttpResponse<byte[]> response) {
		return switch (response.statusCode()) {
			case 200, 500 -> answer(response);
			case 401 -> throw this.progress.refusal("exchange.sign-in-refused",
					"HTTP 401, offered: " + String.join(", ", response.headers().allValues("WWW-Authenticate")));
			case 403 -> throw this.progress.refusal("exchange.access-denied", excerpt(response));
			case 404 -> throw this.progress.refusal("exchange.not-winrm", excerpt(response));
			case 429, 503 -> throw asksToWait(response, excerpt(response));
			default -> throw this.progress.failure("exchange.not-winrm", excerpt(response));
		};
	}

	private WsManAnswer answer(HttpResponse<byte[]> response) {
		if (response.body().length == 0) {
			throw this.progress.failure("exchange.server-error", excerpt(response));
		}
		WsManAnswer answer = parsed(response);
		if (answer.fault() == null && response.statusCode() != 200) {
			throw this.progress.failure("exchange.server-error", excerpt(response));
		}
		if (answer.fault() != null && answer.fault().code() != WsMan.OPERATION_TIMED_OUT) {
			throw refused(answer.fault(), response);
		}
		return answer;
	}

	private WsManAnswer parsed(HttpResponse<byte[]> response) {
		try {
			return WsManReader.read(response.body());
		}
		catch (IOException ex) {
			throw this.progress.failure("exchange.not-winrm", excerpt(response)).causedBy(ex);
		}
	}

	private RemoteFailure refused(Fault fault, HttpResponse<byte[]> response) {
		String words = "WSManFault " + fault.code() + ": " + fault.text();
		if (fault.code() == WsMan.ACCESS_DENIED) {
			return this.progress.refusal("exchange.access-denied", words);
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

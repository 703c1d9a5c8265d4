package io.hybridge.lab.tenant.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One operation of the tenant.
 *
 * @param operation its name among the faults
 * @param part which of Microsoft's services it belongs to
 * @param method of HTTP
 * @param pattern of the path
 * @param handler gives the answer
 */
public record Route(String operation, Part part, String method, Pattern pattern, Function<Request, Reply> handler) {

	/** Microsoft's services refuse in different shapes. */
	public enum Part {

		DISCOVERY, SIGN_IN, GRAPH, PUSH

	}

	public static Route of(String operation, Part part, String method, String pattern,
			Function<Request, Reply> handler) {
		return new Route(operation, part, method, Pattern.compile(pattern), handler);
	}

	Optional<Request> match(Request request) {
		Matcher matcher = this.pattern.matcher(request.path());
		if (!this.method.equals(request.method()) || !matcher.matches()) {
			return Optional.empty();
		}
		List<String> parts = IntStream.rangeClosed(1, matcher.groupCount()).mapToObj(matcher::group).toList();
		return Optional.of(request.with(parts));
	}

}

package io.hybridge.lab.tenant.signin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;

import io.hybridge.lab.LabAccounts;
import io.hybridge.lab.LoopbackServer;
import io.hybridge.lab.tenant.http.Reply;
import io.hybridge.lab.tenant.http.Request;
import io.hybridge.lab.tenant.http.StsError;
import io.hybridge.lab.tenant.state.TenantState.Person;
import io.hybridge.lab.tenant.state.TenantStore;

/**
 * The page to which a browser is sent to sign in, and the one where a person enters the
 * code that the console shows. Plain HTTP on loopback, because a browser does not know
 * the lab's authority.
 */
public final class SignInPage {

	private static final Pattern AUTHORIZE = Pattern.compile("/([^/]+)/oauth2/v2\\.0/authorize");

	private static final String POLICY = "default-src 'none'; style-src 'self'; form-action 'self'%s; base-uri 'none'; "
			+ "frame-ancestors 'none'";

	private static final int LONGEST_BODY = 16 * 1024;

	private final LoopbackServer server;

	private final DeviceCodes codes;

	private final TenantStore tenant;

	private final LabAccounts accounts;

	public SignInPage(DeviceCodes codes, TenantStore tenant, LabAccounts accounts, int port) throws IOException {
		this.codes = codes;
		this.tenant = tenant;
		this.accounts = accounts;
		this.server = LoopbackServer.http("sign-in", port);
	}

	public void start() {
		this.server.start(this::handle);
	}

	public String address() {
		return "http://127.0.0.1:" + this.server.port() + "/";
	}

	public void close() {
		this.server.close();
	}

	private void handle(HttpExchange exchange) throws IOException {
		try (exchange) {
			String route = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
			Locale locale = locale(exchange);
			Matcher authorize = AUTHORIZE.matcher(exchange.getRequestURI().getPath());
			if (authorize.matches()) {
				send(exchange, authorized(exchange, authorize.group(1), locale));
				return;
			}
			switch (route) {
				case "GET /" -> send(exchange, 200, "text/html",
						SignInHtml.form(locale,
								Request.pairs(exchange.getRequestURI().getRawQuery()).getOrDefault("code", ""),
								people(), null));
				case "POST /" -> send(exchange, entered(exchange, locale));
				case "GET /style.css" -> send(exchange, 200, "text/css", style());
				default -> send(exchange, 404, "text/plain", "");
			}
		}
	}

	/** A browser that an application has sent here, and that is sent back there. */
	private Reply authorized(HttpExchange exchange, String realm, Locale locale) throws IOException {
		AuthorizationRequest asked = new AuthorizationRequest(realm,
				Request.pairs(exchange.getRequestURI().getRawQuery()));
		AuthorizationCodes authorizations = this.codes.authorizations();
		Optional<StsError> untrusted = authorizations.untrusted(asked);
		if (untrusted.isPresent()) {
			return Reply.html(400, SignInHtml.refused(locale, untrusted.get()));
		}
		Optional<StsError> refused = authorizations.refused(asked);
		if (refused.isPresent()) {
			return back(asked.withError(refused.get()));
		}
		if (!"POST".equals(exchange.getRequestMethod())) {
			return asking(200, asked, SignInHtml.authorize(locale, asked, people(), null));
		}
		Map<String, String> form = form(exchange);
		if (form.containsKey("cancel")) {
			return back(asked.cancelled());
		}
		return person(form).map((person) -> back(asked.withCode(authorizations.grant(asked, person))))
			.orElseGet(() -> asking(401, asked,
					SignInHtml.authorize(locale, asked, people(), "lab.sign-in.wrong-password")));
	}

	/**
	 * The form leads on to the application, which the policy of the page has to allow.
	 */
	private static Reply asking(int status, AuthorizationRequest asked, String page) {
		URI back = URI.create(asked.redirectUri());
		return Reply.html(status, page)
			.header("Content-Security-Policy", POLICY.formatted(" " + back.getScheme() + "://" + back.getAuthority()));
	}

	private static Reply back(String address) {
		return Reply.empty(302).header("Location", address);
	}

	private static Map<String, String> form(HttpExchange exchange) throws IOException {
		return Request.pairs(new String(exchange.getRequestBody().readNBytes(LONGEST_BODY), StandardCharsets.UTF_8));
	}

	/** Who was chosen, if the password is theirs. */
	private Optional<Person> person(Map<String, String> form) {
		return List.of(this.accounts.administrator(), this.accounts.user())
			.stream()
			.filter((candidate) -> candidate.name().equals(form.get("person")))
			.filter((candidate) -> same(candidate.password(), form.getOrDefault("password", "").strip()))
			.flatMap((account) -> people().stream()
				.filter((person) -> person.userPrincipalName().equals(account.name())))
			.findFirst();
	}

	private Reply entered(HttpExchange exchange, Locale locale) throws IOException {
		Map<String, String> form = form(exchange);
		String code = form.getOrDefault("code", "");
		Optional<Person> person = person(form);
		if (person.isEmpty()) {
			return Reply.html(401, SignInHtml.form(locale, code, people(), "lab.sign-in.wrong-password"));
		}
		String name = person.get().userPrincipalName();
		return switch (this.codes.enter(code, person.get())) {
			case SIGNED_IN -> Reply.html(200, SignInHtml.done(locale, name));
			case BLOCKED -> Reply.html(403, SignInHtml.blocked(locale, name, StsError.blockedByPolicy()));
			case UNKNOWN -> Reply.html(400, SignInHtml.form(locale, code, people(), "lab.sign-in.wrong-code"));
		};
	}

	private List<Person> people() {
		return this.tenant.state().people();
	}

	private static boolean same(String one, String other) {
		return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * The first one that the browser asks for; looking all of them up costs the more the
	 * longer their list is.
	 */
	private static Locale locale(HttpExchange exchange) {
		String asked = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Accept-Language"), "");
		Locale wanted = Locale.forLanguageTag(asked.split("[,;]", 2)[0].strip());
		return translated(wanted) ? Locale.of(wanted.getLanguage()) : Locale.ENGLISH;
	}

	private static boolean translated(Locale language) {
		return language.equals(Locale.ENGLISH)
				|| SignInPage.class.getResource("/messages/lab_" + language.getLanguage() + ".properties") != null;
	}

	private static String style() throws IOException {
		try (InputStream style = SignInPage.class.getResourceAsStream("/static/lab/sign-in.css")) {
			return new String(style.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static void send(HttpExchange exchange, Reply reply) throws IOException {
		reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
		send(exchange, reply.status(), "text/html", reply.body());
	}

	private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
		Map.of("Content-Type", type + "; charset=utf-8", "Cache-Control", "no-store", "X-Content-Type-Options",
				"nosniff", "Referrer-Policy", "no-referrer", "Content-Security-Policy", POLICY.formatted(""))
			.forEach((name, value) -> exchange.getResponseHeaders().putIfAbsent(name, List.of(value)));
		byte[] body = text.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, (body.length == 0) ? -1 : body.length);
		exchange.getResponseBody().write(body);
	}

}

package bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.jsoup.Jsoup;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.util.HtmlUtils;

import io.hybridge.HybridgeApplication;
import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.security.People;
import io.hybridge.security.account.Role;

/**
 * A console with 5,000 audit records, and beside its list the same query as plain
 * strings. {@code docs/bench/list-page.sh} starts it and asks both.
 */
public class ListPage {

	private static final int RECORDS = 5000;

	private static final String SAME_QUERY = """
			select id, chain, number, happened_at, kind, outcome, actor_type, actor_id, actor_name,
				organization_name, server, run_id, reason, parameters
			from audit_entry order by id desc limit 51""";

	/**
	 * Starts it.
	 * @param arguments where address and session are written to, then settings
	 * @throws Exception when it does not start
	 */
	public static void main(String[] arguments) throws Exception {
		ConfigurableApplicationContext console = new SpringApplicationBuilder(HybridgeApplication.class, ListPage.class)
			.run(arguments);
		fill(console.getBean(TransactionOperations.class), console.getBean(AuditLog.class));
		URI address = URI.create("http://127.0.0.1:" + console.getEnvironment().getProperty("local.server.port"));
		People.person(console.getBeanFactory(), Role.ADMINISTRATOR);
		Files.writeString(Path.of(console.getEnvironment().getRequiredProperty("ready")),
				address + "\n" + session(address) + "\n");
	}

	private static void fill(TransactionOperations transaction, AuditLog log) {
		AuditActor petra = AuditActor.person(1, "Petra Kern", null);
		for (int i = 0; i < RECORDS; i++) {
			AuditEntry entry = AuditEntry.of(AuditKind.CHANGE, AuditOutcome.DONE, petra)
				.about(1, "Fabrikam")
				.on("ex1.fabrikam.com")
				.in(i / 4 + 1)
				.with("change", "set-auth-server")
				.with("object", "MicrosoftSts")
				.with("before", "https://accounts.accesscontrol.windows.net/old")
				.with("after", "https://accounts.accesscontrol.windows.net/metadata/json/1?realm=fabrikam.com");
			transaction.executeWithoutResult((status) -> log.append(entry));
		}
	}

	private static String session(URI console) throws IOException, InterruptedException {
		CookieManager cookies = new CookieManager();
		try (HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build()) {
			HttpRequest page = HttpRequest.newBuilder(console.resolve("/sign-in")).build();
			String token = Jsoup.parse(client.send(page, HttpResponse.BodyHandlers.ofString()).body())
				.select("form input[name=_csrf]")
				.val();
			String form = "username=administrator@fabrikam.com&password=" + encoded(People.PASSWORD) + "&_csrf="
					+ encoded(token);
			client.send(HttpRequest.newBuilder(console.resolve("/sign-in"))
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(HttpRequest.BodyPublishers.ofString(form))
				.build(), HttpResponse.BodyHandlers.discarding());
		}
		return cookies.getCookieStore().getCookies().toString().replaceAll("[\\[\\]\\s\"]", "").replace(",", "; ");
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/** Behind the filters, but before everything else of the console. */
	@Bean("/bench/plain")
	HttpRequestHandler plain(JdbcClient jdbc) {
		return (request, response) -> {
			StringBuilder page = new StringBuilder("<!DOCTYPE html><title>Audit log</title><ol>");
			for (Map<String, Object> row : jdbc.sql(SAME_QUERY).query().listOfRows()) {
				page.append("<li>");
				row.forEach((name, value) -> page.append("<span>")
					.append(HtmlUtils.htmlEscape(String.valueOf(value)))
					.append("</span>"));
				page.append("</li>");
			}
			response.setContentType("text/html;charset=UTF-8");
			response.getOutputStream().write(page.append("</ol>").toString().getBytes(StandardCharsets.UTF_8));
		};
	}

}

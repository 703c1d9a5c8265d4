package io.hybridge.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

import io.hybridge.security.People;
import io.hybridge.security.account.Role;
import io.hybridge.support.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** What ends or resets something asks first, in every place and in the same way. */
@ApplicationTest
@TestPropertySource(properties = "hybridge.lab.enabled=true")
class AsksFirstTests {

	/** A new address that takes a form stands in one of the two. */
	private static final Set<String> ENDS = Set.of("/settings/users/invitations/{id}/withdraw",
			"/settings/users/{id}/deactivate", "/settings/users/groups/{id}/remove",
			"/settings/users/{id}/factors/remove", "/settings/users/factor-demand",
			"/settings/users/factor-demand/lift", "/settings/users/{id}/sessions/end", "/settings/profile/sessions/end",
			"/settings/profile/sessions/{handle}/end", "/settings/profile/factor/passkeys/{id}/remove",
			"/organizations/{id}/sign-in/end", "/lab/reset", "/organizations/{id}/connection/{server}/remove",
			"/runs/{id}/bundle/discard", "/organizations/{id}/app-registration/remove");

	/** A page of its own asks, because there is more to say. */
	private static final Set<String> ASKS_ON_ITS_PAGE = Set.of("/settings/profile/factor/codes",
			"/settings/profile/factor/remove", "/organizations/{id}/remove", "/organizations/{id}/app-registration",
			"/organizations/{id}/cloud");

	/** What can be taken back by the next press is among them. */
	private static final Set<String> ENDS_NOTHING = Set.of("/setup", "/setup/administrator", "/setup/language",
			"/invitations/{token}", "/error", "/sign-in/code", "/sign-in/again", "/settings/profile/factor",
			"/settings/profile/factor/passkeys", "/settings/profile", "/settings/profile/password",
			"/settings/users/invitations", "/settings/users/{id}/role", "/settings/users/{id}/reach",
			"/settings/users/groups", "/settings/users/groups/{id}", "/settings/users/{id}/activate",
			"/settings/users/{id}/renew", "/organizations", "/organizations/{id}/enablement/{step}/check",
			"/organizations/{id}/enablement/{step}/check-undo", "/organizations/{id}/enablement/{step}/apply",
			"/organizations/{id}/enablement/{step}/approve", "/organizations/{id}/approval",
			"/organizations/{id}/enablement/{step}/verify", "/organizations/{id}/enablement/push-proxy/device-test",
			"/organizations/{id}/cloud/look", "/organizations/{id}/first-look", "/organizations/{id}/sign-in",
			"/organizations/{id}/sign-in/browser", "/organizations/{id}/settings", "/organizations/{id}/check",
			"/organizations/{id}/connection/new/{way}", "/organizations/{id}/connection/found",
			"/organizations/{id}/connection/{server}/change", "/organizations/{id}/connection/{server}/test",
			"/organizations/{id}/connection/{server}/pin", "/organizations/{id}/enablement/{step}/discard",
			"/organizations/{id}/enablement/{step}/decide", "/runs/{id}/stop", "/runs/{id}/bundle",
			"/organizations/{id}/archive", "/organizations/{id}/restore", "/audit/export", "/lab/traits", "/lab/update",
			"/lab/messages", "/lab/phone/clear", "/lab/faults", "/lab/faults/remove");

	private static final Pattern FORM = Pattern.compile("<form[^>]*?action=\"@\\{([^\"]+?)(?:\\(|\\})");

	@Autowired
	private MockMvc browser;

	@Autowired
	private WebApplicationContext context;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void everyAddressIsJudged() throws Exception {
		List<String> posts = new ClassPathResource("access.txt").getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.filter((line) -> line.startsWith("POST "))
			.map((line) -> line.split("\\s+")[1])
			.toList();
		assertThat(Stream.of(ENDS, ASKS_ON_ITS_PAGE, ENDS_NOTHING).flatMap(Set::stream))
			.containsExactlyInAnyOrderElementsOf(posts);
	}

	@Test
	void noTemplateSendsWhatEndsSomethingByItself() throws Exception {
		List<String> unasked = new ArrayList<>();
		try (Stream<Path> templates = Files.walk(Path.of("frontend/templates"))) {
			for (Path file : templates.filter(Files::isRegularFile).toList()) {
				FORM.matcher(Files.readString(file))
					.results()
					.map((form) -> form.group(1))
					.filter((address) -> ENDS.contains(address))
					.forEach((address) -> unasked.add(file + ": " + address));
			}
		}
		assertThat(unasked).isEmpty();
	}

	@Test
	void unfoldsWithoutJavaScriptAndSaysWhatHappens() throws Exception {
		People.account(this.context, Role.OPERATOR);
		this.browser.perform(post("/settings/users/invitations").param("userName", "asked@fabrikam.com")
			.param("role", "AUDITOR")
			.with(People.administrator())
			.with(csrf()));
		for (String address : List.of("/settings/users", "/lab")) {
			Document page = Jsoup.parse(this.browser.perform(get(address).with(People.administrator()))
				.andReturn()
				.getResponse()
				.getContentAsString());
			List<String> asking = page.select("details.confirm:not([open]):has(p) form").eachAttr("action");
			assertThat(page.select("form[method=post]").eachAttr("action").stream().filter(AsksFirstTests::ends))
				.isNotEmpty()
				.allMatch(asking::contains);
			assertThat(page.select("details.confirm summary, details.confirm button"))
				.allMatch((part) -> !(part.text() + part.attr("aria-label")).isBlank());
		}
		this.jdbc.sql("delete from invitation where user_name = 'asked@fabrikam.com'").update();
	}

	private static boolean ends(String action) {
		return ENDS.stream().anyMatch((address) -> action.matches(address.replaceAll("\\{\\w+}", "\\\\d+")));
	}

}

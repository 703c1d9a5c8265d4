package io.hybridge.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.security.People;
import io.hybridge.support.ApplicationTest;
import io.hybridge.support.Links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * From the dashboard on, every link leads to a page that is there, and to a place in it.
 */
@ApplicationTest
@TestPropertySource(properties = "hybridge.lab.enabled=true")
class LinksTests {

	/** So many pages of a kind, which differ by a number or by what is searched for. */
	private static final int OF_A_KIND = 3;

	@Autowired
	private MockMvc browser;

	@Autowired
	private JdbcClient jdbc;

	private final List<String> nowhere = new ArrayList<>();

	private final Map<String, Document> pages = new HashMap<>();

	@BeforeEach
	void register() {
		RegisteredOrganizations.addFabrikam(this.jdbc);
	}

	@AfterEach
	void giveTheDomainUp() {
		this.jdbc.sql("update organization set domain = 'former-' || id || '.example' where domain = 'fabrikam.com'")
			.update();
	}

	@Test
	void everyLinkLeadsSomewhere() throws Exception {
		Queue<String> open = new ArrayDeque<>(List.of("/"));
		Set<String> known = new LinkedHashSet<>(open);
		Map<String, Integer> kinds = new HashMap<>();
		while (!open.isEmpty()) {
			String address = open.remove();
			Document page = read(address);
			for (String link : Links.within(page)) {
				String kind = link.replaceAll("\\d+|(?<==)[^&]*", "*");
				if (known.add(link) && kinds.merge(kind, 1, Integer::sum) <= OF_A_KIND) {
					open.add(link);
				}
			}
		}
		this.pages.forEach(this::places);
		assertThat(this.pages).containsKeys("/", "/audit", "/lab", "/help/terms", "/organizations/new")
			.hasSizeGreaterThan(25);
		assertThat(this.nowhere).isEmpty();
	}

	@Test
	void aLinkToNowhereIsFound() {
		Document page = Jsoup.parse("<h1 id='here'>Here</h1><a href='#here'>Here</a> <a href='#nowhere'>There</a>");
		assertThat(Links.leadingNowhere(page)).containsExactly("#nowhere");
	}

	private Document read(String address) throws Exception {
		MockHttpServletResponse answer = this.browser.perform(get(address).with(People.administrator()))
			.andReturn()
			.getResponse();
		String moved = answer.getRedirectedUrl();
		if (moved == null && answer.getStatus() != 200) {
			this.nowhere.add(address + ": " + answer.getStatus());
		}
		boolean shown = answer.getStatus() == 200 && String.valueOf(answer.getContentType()).startsWith("text/html");
		Document page = Jsoup.parse(shown ? answer.getContentAsString() : "");
		if (shown) {
			this.pages.put(address, page);
		}
		return (moved != null) ? Jsoup.parse("<a href=\"%s\">moved</a>".formatted(moved)) : page;
	}

	private void places(String address, Document page) {
		Links.leadingNowhere(page).forEach((place) -> this.nowhere.add(address + ": " + place));
		page.select("a[href~=^/.*#.]").eachAttr("href").forEach((link) -> {
			Document there = this.pages.get(link.replaceAll("#.*", ""));
			if (there != null && !Links.isThere(there, link.replaceAll(".*#", ""))) {
				this.nowhere.add(address + ": " + link);
			}
		});
	}

}

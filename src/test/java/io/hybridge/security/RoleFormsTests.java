package io.hybridge.security;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

import io.hybridge.organization.RegisteredOrganizations;
import io.hybridge.support.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Walks all pages as each role, and sends every form and follows every link that a page
 * shows: nobody is shown what ends in a refusal. Behind the filters stands no handler, so
 * nothing is carried out.
 */
@ApplicationTest
@TestPropertySource(properties = "hybridge.lab.enabled=true")
class RoleFormsTests {

	private static final Map<String, RequestPostProcessor> PEOPLE = new LinkedHashMap<>();

	static {
		PEOPLE.put("administrator", People.administrator());
		PEOPLE.put("operator", People.operator());
		PEOPLE.put("auditor", People.auditor());
	}

	@Autowired
	private MockMvc browser;

	@Autowired
	private WebApplicationContext context;

	@Autowired
	private JdbcClient jdbc;

	private MockMvc filters;

	private String organization;

	@BeforeEach
	void stopBehindTheFilters() {
		Filter passed = (request, response, chain) -> ((HttpServletResponse) response).setStatus(299);
		this.filters = MockMvcBuilders.webAppContextSetup(this.context)
			.addFilters(this.context.getBean("springSecurityFilterChain", Filter.class), passed)
			.build();
		this.organization = Long.toString(RegisteredOrganizations.addFabrikam(this.jdbc).value());
	}

	@AfterEach
	void giveTheDomainUp() {
		this.jdbc.sql("update organization set domain = 'former-' || id || '.example' where domain = 'fabrikam.com'")
			.update();
	}

	@Test
	void nobodyIsShownWhatEndsInARefusal() throws Exception {
		List<String> refused = new ArrayList<>();
		Map<String, Set<String>> forms = new LinkedHashMap<>();
		for (Map.Entry<String, RequestPostProcessor> person : PEOPLE.entrySet()) {
			for (String address : pages()) {
				Document page = page(address, person.getValue());
				for (Element form : page.select("main form[method=post]")) {
					forms.computeIfAbsent(person.getKey(), (name) -> new TreeSet<>()).add(form.attr("action"));
					if (status(post(form.attr("action")), person.getValue()) == 403) {
						refused.add(person.getKey() + " on " + address + ": " + form.attr("action"));
					}
				}
				for (String link : page.select("a[href^=/]").eachAttr("href")) {
					if (status(get(link), person.getValue()) == 403) {
						refused.add(person.getKey() + " on " + address + ": " + link);
					}
				}
			}
		}
		assertThat(refused).isEmpty();
		assertThat(forms.get("operator")).contains("/lab/reset", "/organizations",
				"/organizations/" + this.organization + "/enablement/tenant/check");
		assertThat(forms.get("auditor")).contains("/settings/profile", "/settings/profile/password")
			.isSubsetOf("/settings/profile", "/settings/profile/password", "/settings/profile/factor",
					"/settings/profile/factor/passkeys", "/audit/export");
	}

	private int status(MockHttpServletRequestBuilder request, RequestPostProcessor person) throws Exception {
		return this.filters.perform(request.with(person).with(csrf())).andReturn().getResponse().getStatus();
	}

	private Document page(String address, RequestPostProcessor person) throws Exception {
		MockHttpServletResponse answer = this.browser.perform(get(address).with(person)).andReturn().getResponse();
		String type = answer.getContentType();
		return Jsoup.parse((type != null && type.startsWith("text/html")) ? answer.getContentAsString() : "");
	}

	private Stream<String> lines() throws Exception {
		return new ClassPathResource("access.txt").getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.filter((line) -> line.startsWith("GET "))
			.map((line) -> line.split("\\s+")[1]);
	}

	private List<String> pages() throws Exception {
		return Stream.concat(lines(), Stream.of("/organizations/{id}/enablement/tenant"))
			.map((address) -> address.replaceFirst("^/organizations/\\{id}", "/organizations/" + this.organization)
				.replace("{step}", "push-proxy")
				.replaceAll("\\{[^/]*}", "1"))
			.toList();
	}

}

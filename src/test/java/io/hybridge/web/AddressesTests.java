package io.hybridge.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import jakarta.servlet.RequestDispatcher;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.MockMvc;

import io.hybridge.security.People;
import io.hybridge.support.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** An address that a browser shows after a form was sent can be opened again. */
@ApplicationTest
class AddressesTests {

	@Autowired
	private MockMvc browser;

	@Test
	void theAddressOfTheErrorPageIsNoPageOfItsOwn() throws Exception {
		this.browser.perform(get("/error").with(People.auditor())).andExpect(status().isNotFound());
		this.browser.perform(get("/error").with(People.stranger())).andExpect(status().isNotFound());
		this.browser.perform(post("/error").with(People.operator()).with(csrf())).andExpect(status().isNotFound());
	}

	@ParameterizedTest
	@CsvSource({ "409, /settings/users/1/role, /settings/users", "500, /runs/4, /runs/4", "400, /lab/traits, /lab",
			"503, '', /", "400, /runs/%zz, /runs" })
	void anErrorThatPassesLeadsBackToItsPage(int status, String address, String page) throws Exception {
		assertThat(error(status, address).select(".actions a").first().attr("href")).isEqualTo(page);
	}

	@Test
	void anErrorThatStaysLeadsToTheDashboard() throws Exception {
		assertThat(error(404, "/runs/4").select(".actions a").eachAttr("href")).containsExactly("/", "/runs");
	}

	private Document error(int status, String address) throws Exception {
		return Jsoup.parse(this.browser
			.perform(get("/error").with(People.operator())
				.requestAttr(RequestDispatcher.ERROR_STATUS_CODE, status)
				.requestAttr(RequestDispatcher.ERROR_REQUEST_URI, address))
			.andExpect(status().is(status))
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

	@Test
	void everyAddressThatTakesAFormCanBeOpened() throws Exception {
		List<String> closed = new ArrayList<>();
		for (String address : posts()) {
			int status = this.browser.perform(get(address).with(People.administrator()))
				.andReturn()
				.getResponse()
				.getStatus();
			if (status == 405 || (status == 404 && !address.matches(
					"/(setup|invitations|error|lab|organizations/1|runs/1/bundle|settings/users/1/reach|settings/users/groups/1).*"))) {
				closed.add(address + " " + status);
			}
		}
		assertThat(closed).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "/settings/users/1/role, /settings/users", "/settings/profile/password, /settings/profile",
			"/settings/users/invitations/4/withdraw, /settings/users", "/lab/phone/clear, /lab",
			"/lab/faults/remove, /lab", "/organizations/1/enablement/oauth/apply, /organizations/1/enablement/oauth",
			"/organizations/1/enablement/push-proxy/device-test, /organizations/1/enablement/push-proxy",
			"/organizations/1/sign-in/end, /organizations/1/sign-in", "/sign-out, /" })
	void leadsToThePageOnWhichTheFormStands(String address, String page) throws Exception {
		this.browser.perform(get(address).with(People.administrator())).andExpect(redirectedUrl(page));
	}

	private static List<String> posts() throws Exception {
		return new ClassPathResource("access.txt").getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.filter((line) -> line.startsWith("POST "))
			.map((line) -> line.split("\\s+")[1].replace("{step}", "oauth").replaceAll("\\{[^/]*}", "1"))
			.toList();
	}

}

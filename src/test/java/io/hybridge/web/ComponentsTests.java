package io.hybridge.web;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import preview.Gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

@SpringBootTest(classes = Gallery.class)
@AutoConfigureMockMvc(addFilters = false)
class ComponentsTests {

	@Autowired
	MockMvc mvc;

	@Test
	void errorsStandBesideTheFieldAndWhatWasTypedIsKept() throws Exception {
		Document page = page("/gallery/wrong");
		assertThat(page.title()).isEqualTo("Error: Sign in – Fabrikam – Hybridge");
		assertThat(page.select("#email").val()).isEqualTo("petra.kern@fabrikam.com");
		assertThat(page.select("input#email[type=email]").attr("aria-describedby")).isEqualTo("email-error");
		assertThat(page.select("#email-error").first().text()).isEqualTo("Write it as in name@example.com.");
		assertThat(page.select("[role=alert]").text()).as("what is of no field, then in the order of the fields")
			.isEqualTo(
					"There are 3 problems: The code is not right. Write it as in name@example.com. Accept the risk first.");
		assertThat(page.select("[role=alert] a").eachAttr("href")).contains("#email");
	}

	@Test
	void aSelectKeepsWhatWasChosen() throws Exception {
		Document page = page("/gallery/form");
		assertThat(page.select("select")).hasSize(1);
		assertThat(page.select("select option[selected]").val()).isEqualTo("b");
		assertThat(page.title()).isEqualTo("Sign in – Fabrikam – Hybridge");
	}

	@Test
	void thePathHasFourHopsWithTheirWords() throws Exception {
		Document page = page("/gallery/paths");
		assertThat(page.select(".path").get(1).select(".hop .status").eachText()).containsExactly("In effect",
				"In effect", "Needs attention", "Not reached");
		assertThat(page.select(".countdown output").text()).isEqualTo("1:12");
	}

	@Test
	void theLiveEnvironmentChangesTheHeaderAndSaysSo() throws Exception {
		assertThat(this.page("/gallery/wizard?live=true").select("header.live .tag").text()).isEqualTo("LIVE");
		assertThat(this.page("/gallery/wizard").select("header.live")).isEmpty();
	}

	private Document page(String address) throws Exception {
		return Jsoup
			.parse(this.mvc.perform(get(java.net.URI.create(address))).andReturn().getResponse().getContentAsString());
	}

}

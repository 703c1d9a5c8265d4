package io.hybridge.lab.console;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

import io.hybridge.security.People;
import io.hybridge.support.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** The lab runs elsewhere, and does not: each page that needs it says so. */
@ApplicationTest
@TestPropertySource(properties = "hybridge.lab.control=http://127.0.0.1:9")
class LabUnreachableTests {

	@Autowired
	private MockMvc browser;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void saysSoOnItsOwnPage() throws Exception {
		this.browser.perform(get("/lab").with(People.operator()))
			.andExpect(status().isServiceUnavailable())
			.andExpect(content().string(containsString("The lab does not answer")));
	}

	@Test
	void registersNothingThatItCouldNotReachAndKeepsWhatWasTyped() throws Exception {
		this.browser
			.perform(post("/organizations").param("name", "Fabrikam")
				.param("domain", "fabrikam.example")
				.with(People.operator())
				.with(csrf()))
			.andExpect(status().isOk())
			.andExpect(content().string(containsString("The lab does not answer, so the organization was not added")))
			.andExpect(content().string(containsString("value=\"fabrikam.example\"")));
		assertThat(this.jdbc.sql("select count(*) from organization").query(Long.class).single()).isZero();
	}

}

package io.hybridge.web;

import java.util.Locale;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import io.hybridge.security.People;
import io.hybridge.support.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/**
 * The console on a machine that speaks Turkish, where the small letter of I has no dot:
 * what pages are made of stays as it is, and what people read is in their own language.
 */
@ApplicationTest
@Isolated("The machine's language is everybody's")
class TurkishMachineTests {

	private static final Locale MACHINE = Locale.getDefault();

	@Autowired
	private MockMvc mvc;

	@Autowired
	private JdbcClient jdbc;

	@BeforeAll
	static void speakTurkish() {
		Locale.setDefault(Locale.of("tr", "TR"));
	}

	@AfterAll
	static void speakAsBefore() {
		Locale.setDefault(MACHINE);
	}

	@ParameterizedTest
	@CsvSource({ "joined, Your account is ready", "expired, You were signed out" })
	void saysWhyTheSignInIsShown(String reason, String sentence) throws Exception {
		assertThat(page("/sign-in?" + reason, People.stranger()).select(".banner").text()).startsWith(sentence);
	}

	@Test
	void paintsThePageAsThePersonWants() throws Exception {
		page("/", People.auditor());
		this.jdbc.sql("update account set theme = 'LIGHT'").update();
		try {
			assertThat(page("/", People.auditor()).selectFirst("html").attr("data-theme")).isEqualTo("light");
		}
		finally {
			this.jdbc.sql("update account set theme = 'SYSTEM'").update();
		}
	}

	private Document page(String address, RequestPostProcessor person) throws Exception {
		return Jsoup.parse(this.mvc.perform(get(address).with(person).locale(Locale.ENGLISH))
			.andReturn()
			.getResponse()
			.getContentAsString());
	}

}

package io.hybridge.web.error;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import io.hybridge.security.People;
import io.hybridge.security.account.Role;
import io.hybridge.support.ApplicationTest;
import io.hybridge.support.Faults;
import io.hybridge.support.OwnPostgreSql;
import io.hybridge.support.Waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** What a person sees while the database is away, or busy with everybody else. */
@ApplicationTest
class DatabaseAwayTests {

	/** Three seconds, on a machine that builds and tests beside it. */
	private static final long LONGEST_MILLIS = 10_000;

	@TempDir
	private static Path folder;

	private static OwnPostgreSql postgres;

	@Autowired
	private MockMvc browser;

	@Autowired
	private DataSource database;

	@Autowired
	private BeanFactory context;

	@DynamicPropertySource
	static void ownServer(DynamicPropertyRegistry registry) {
		postgres = new OwnPostgreSql(folder);
		registry.add("spring.datasource.url", postgres::url);
		registry.add("spring.datasource.username", () -> "postgres");
		registry.add("spring.datasource.password", () -> "postgres");
	}

	@AfterAll
	static void stop() {
		postgres.close();
	}

	/** Made before, as a console that has been up for a while has. */
	@BeforeEach
	void hasShownItsPages() throws Exception {
		for (String address : List.of("/error", "/sign-in")) {
			assertThat(status(get(address).with(petra()))).isIn(200, 302, 404);
		}
	}

	@Test
	@Faults("F73")
	void isToldWithinThreeSecondsAndEndsByItself() throws Exception {
		RequestPostProcessor petra = petra();
		assertThat(status(get("/organizations").with(petra))).isEqualTo(200);
		postgres.stop();
		try {
			Document page = told(get("/organizations").with(petra));
			assertThat(page.select("h1").text()).isEqualTo("The console gets no answer from its database");
			assertThat(page.select("main").text()).contains("What was saved is still there", "Error ID")
				.doesNotContain("What you sent");
			assertThat(page.select("[data-retry]").attr("data-retry")).isEqualTo("/organizations");
			assertThat(page.select("link[rel=stylesheet]").attr("href")).matches("/assets/css/hybridge-\\w{32}\\.css");
			told(get("/runs").header("HX-Request", "true").with(petra));
			Document sent = told(post("/organizations").param("name", "Contoso")
				.param("domain", "contoso.example")
				.with(csrf())
				.with(petra));
			assertThat(sent.select("main").text()).contains("What you sent may not have been saved");
			assertThat(told(get("/sign-in").header("Accept-Language", "de")).select("h1").text())
				.isEqualTo("Die Konsole bekommt keine Antwort von ihrer Datenbank");
			assertThat(status(get("/assets/css/hybridge.css"))).isEqualTo(200);
		}
		finally {
			postgres.start();
		}
		Waiting.await().until(() -> status(get("/organizations").with(petra)) == 200);
	}

	@Test
	@Faults("F75")
	void isNotWaitedForWhereAllConnectionsAreAtWork() throws Exception {
		RequestPostProcessor petra = petra();
		List<Connection> busy = new ArrayList<>();
		try {
			for (int i = 0; i < pool().getMaximumPoolSize(); i++) {
				busy.add(this.database.getConnection());
			}
			assertThat(told(get("/organizations").with(petra)).select("main").text()).contains("busy");
		}
		finally {
			for (Connection connection : busy) {
				connection.close();
			}
		}
		assertThat(status(get("/organizations").with(petra))).isEqualTo(200);
	}

	/** A server that is frozen, or a network that swallows everything. */
	@Test
	void isNotWaitedForWhereItFallsSilent() throws SQLException {
		assertThat(pool().getDataSourceProperties()).containsEntry("connectTimeout", "2")
			.containsEntry("socketTimeout", "10");
		try (Connection connection = this.database.getConnection()) {
			assertThat(connection.getNetworkTimeout()).isEqualTo(10_000);
			assertThat(pool().getConnectionTimeout()).isEqualTo(1_000);
		}
	}

	/** The account is looked up before, so that the request alone is measured. */
	private RequestPostProcessor petra() {
		return authentication(People.account(this.context, Role.OPERATOR).person().authentication());
	}

	private HikariDataSource pool() throws SQLException {
		return this.database.unwrap(HikariDataSource.class);
	}

	private Document told(MockHttpServletRequestBuilder request) throws Exception {
		long begun = System.nanoTime();
		MockHttpServletResponse answer = this.browser.perform(request).andReturn().getResponse();
		assertThat((System.nanoTime() - begun) / 1_000_000).isLessThan(LONGEST_MILLIS);
		assertThat(answer.getStatus()).isEqualTo(503);
		assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
		assertThat(answer.getHeader("Content-Security-Policy")).isNotNull();
		assertThat(answer.getHeader("Cache-Control")).contains("no-store");
		return Jsoup.parse(answer.getContentAsString());
	}

	private int status(MockHttpServletRequestBuilder request) throws Exception {
		return this.browser.perform(request).andReturn().getResponse().getStatus();
	}

}

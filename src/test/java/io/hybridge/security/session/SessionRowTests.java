package io.hybridge.security.session;

import java.io.File;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.servlet.http.Cookie;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import io.hybridge.security.People;
import io.hybridge.security.account.Role;
import io.hybridge.support.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What somebody finds who reads, or writes, the rows of sessions. */
@ApplicationTest
class SessionRowTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private SealedAttributes attributes;

	@Value("${hybridge.data}")
	private Path data;

	@ParameterizedTest
	@ValueSource(strings = { "invitations", "renew" })
	void theDatabaseFileHoldsNoLinkThatOpens(String way) throws Exception {
		long auditor = People.person(this.mvc.getDispatcherServlet().getWebApplicationContext(), Role.AUDITOR)
			.accountId();
		MvcResult made = this.mvc
			.perform((way.equals("renew") ? post("/settings/users/{id}/renew", auditor)
					: post("/settings/users/invitations").param("userName", "canary@fabrikam.com")
						.param("role", "AUDITOR"))
				.with(People.administrator())
				.with(csrf()))
			.andExpect(redirectedUrl("/settings/users"))
			.andReturn();
		String link = (String) made.getFlashMap().get("link");
		String token = link.substring(link.lastIndexOf('/') + 1);
		Cookie session = made.getResponse().getCookie("SESSION");
		assertThat(databaseFile()).doesNotContain(token).doesNotContain(session.getValue()).contains("FLASH_MAPS");
		assertThat(this.mvc.perform(get("/settings/users").with(People.administrator()).cookie(session))
			.andReturn()
			.getResponse()
			.getContentAsString()).contains(link);
		this.jdbc.sql("delete from invitation").update();
	}

	@Test
	void aRefusedFormLeavesNoLinkInTheAuditLog() throws Exception {
		this.mvc
			.perform(
					post("/invitations/canary-of-a-link").header("Sec-Fetch-Site", "cross-site").with(People.auditor()))
			.andExpect(status().isForbidden());
		assertThat(this.jdbc.sql("select parameters from audit_entry where kind = 'ACCESS'").query(String.class).list())
			.anyMatch((parameters) -> parameters.contains("/invitations/"))
			.noneMatch((parameters) -> parameters.contains("canary"));
	}

	@Test
	void whatStandsInARowIsNoCookie() throws Exception {
		Cookie session = signedIn();
		String id = this.jdbc
			.sql("select session_id from spring_session where principal_name is not null"
					+ " order by creation_time desc limit 1")
			.query(String.class)
			.single();
		assertThat(answer(session)).isEqualTo(200);
		for (String made : List.of(id, Base64.getEncoder().encodeToString(id.getBytes()))) {
			assertThat(answer(new Cookie("SESSION", made))).isEqualTo(302);
		}
	}

	@Test
	void behindTlsTheCookieIsForThisHostAlone() throws Exception {
		MockHttpServletResponse answer = this.mvc.perform(signIn().secure(true)).andReturn().getResponse();
		Cookie session = answer.getCookie("__Host-SESSION");
		assertThat(answer.getCookie("SESSION")).isNull();
		assertThat(session.getSecure()).isTrue();
		assertThat(session.isHttpOnly()).isTrue();
		assertThat(session.getPath()).isEqualTo("/");
		assertThat(session.getDomain()).isNull();
		assertThat(answer.getHeaders("Set-Cookie")).allMatch((cookie) -> cookie.startsWith("__Host-"));
		this.mvc.perform(get("/settings/profile").secure(true).cookie(session)).andExpect(status().isOk());
		this.mvc.perform(get("/settings/profile").secure(true).cookie(new Cookie("SESSION", session.getValue())))
			.andExpect(redirectedUrl("/sign-in"));
	}

	@Test
	void aClassOfNoKnownKindIsNeverMade() {
		PriorityQueue<Gadget> late = new PriorityQueue<>(List.of(new Gadget(), new Gadget()));
		Gadget.MADE.set(0);
		for (Object gadget : List.of(new Date(), late, new File("x"), new Object[] { late })) {
			assertThat(this.attributes.read(this.attributes.write(gadget))).as(gadget.getClass().getName()).isEmpty();
		}
		assertThat(Gadget.MADE).hasValue(0);
		for (Object kept : List.of(new ArrayList<>(List.of("known")), List.of(), List.of("one"), List.of(1, 2L, true),
				Set.of("a", "b", "c"), Map.of("a", List.of("b")))) {
			assertThat(this.attributes.read(this.attributes.write(kept))).contains(kept);
		}
	}

	@Test
	void whoWritesARowMakesNothingUp() throws Exception {
		Cookie session = signedIn();
		this.jdbc.sql("update spring_session_attributes set attribute_bytes = :bytes")
			.param("bytes", HexFormat.of().parseHex("aced00057400076d616465207570"))
			.update();
		assertThat(answer(session)).isEqualTo(302);
	}

	private int answer(Cookie session) throws Exception {
		return this.mvc.perform(get("/settings/profile").cookie(session)).andReturn().getResponse().getStatus();
	}

	private Cookie signedIn() throws Exception {
		return this.mvc.perform(signIn()).andReturn().getResponse().getCookie("SESSION");
	}

	private MockHttpServletRequestBuilder signIn() {
		this.jdbc.sql("delete from sign_in_throttle").update();
		People.account(this.mvc.getDispatcherServlet().getWebApplicationContext(), Role.AUDITOR);
		return post("/sign-in").param("username", "auditor@fabrikam.com")
			.param("password", People.PASSWORD)
			.with(csrf());
	}

	private String databaseFile() throws Exception {
		return new String(Files.readAllBytes(this.data.resolve("hybridge.mv.db")), StandardCharsets.ISO_8859_1);
	}

	/** As foreign libraries have them: reading one does something. */
	static class Gadget implements Serializable, Comparable<Gadget> {

		static final AtomicInteger MADE = new AtomicInteger();

		@Override
		public int compareTo(Gadget other) {
			return MADE.incrementAndGet();
		}

	}

}

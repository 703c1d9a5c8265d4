package io.hybridge.security;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import io.hybridge.support.ApplicationTest;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
class HeadersTests {

	@Autowired
	private MockMvc mvc;

	@Test
	void sendsStrictHeaders() throws Exception {
		this.mvc.perform(get("/settings/profile").with(People.auditor()))
			.andExpect(status().isOk())
			.andExpect(header().string("Content-Security-Policy", Headers.CONTENT_SECURITY_POLICY))
			.andExpect(header().string("Cache-Control", containsString("no-store")))
			.andExpect(header().string("X-Content-Type-Options", "nosniff"))
			.andExpect(header().string("Referrer-Policy", "no-referrer"))
			.andExpect(header().doesNotExist("Strict-Transport-Security"));
		this.mvc.perform(get("/settings/profile").secure(true).with(People.auditor()))
			.andExpect(header().exists("Strict-Transport-Security"));
		this.mvc.perform(get("/assets/css/hybridge.css"))
			.andExpect(status().isOk())
			.andExpect(header().string("Cache-Control", containsString("max-age=31536000")));
	}

}

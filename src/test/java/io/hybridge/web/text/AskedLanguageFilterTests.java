package io.hybridge.web.text;

import java.util.Collections;
import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class AskedLanguageFilterTests {

	/** As Tomcat does from the eleventh language on. */
	@Test
	void aHeaderThatTheServerRefusesIsAPageInEnglish() throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest() {

			@Override
			public Locale getLocale() {
				throw new IllegalArgumentException("More than the maximum allowed number of locales");
			}

		};
		request.addHeader("Accept-Language", "x-aa-bb-cc,".repeat(700));
		MockFilterChain page = new MockFilterChain();
		new AskedLanguageFilter().doFilter(request, new MockHttpServletResponse(), page);
		HttpServletRequest asked = (HttpServletRequest) page.getRequest();
		assertThat(asked.getLocale()).isEqualTo(Locale.ENGLISH);
		assertThat(Collections.list(asked.getLocales())).containsExactly(Locale.ENGLISH);
	}

}

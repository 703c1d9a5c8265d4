package io.hybridge.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import io.hybridge.support.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

/**
 * Sends every person to every address that the application maps, and compares with
 * {@code access.txt}. Behind the filters stands no handler, so nothing is carried out.
 */
@ApplicationTest
class AccessTests {

	private static final int PASSED = 299;

	private static final Map<String, RequestPostProcessor> PEOPLE = new LinkedHashMap<>();

	static {
		PEOPLE.put("administrator", People.administrator());
		PEOPLE.put("operator", People.operator());
		PEOPLE.put("auditor", People.auditor());
		PEOPLE.put("stranger", People.stranger());
	}

	@Autowired
	private WebApplicationContext context;

	@Autowired
	private RequestMappingHandlerMapping requestMappingHandlerMapping;

	private MockMvc mvc;

	@BeforeEach
	void stopBehindTheFilters() {
		Filter passed = (request, response, chain) -> ((HttpServletResponse) response).setStatus(PASSED);
		this.mvc = MockMvcBuilders.webAppContextSetup(this.context)
			.addFilters(this.context.getBean("springSecurityFilterChain", Filter.class), passed)
			.build();
	}

	@Test
	void knowsEveryAddress() throws Exception {
		TreeSet<String> unknown = mapped();
		assertThat(unknown).contains("GET /sign-in", "POST /settings/users/{id}/role");
		unknown.removeAll(table().keySet());
		assertThat(unknown).as("addresses without a line in src/test/resources/access.txt").isEmpty();
	}

	@Test
	void letsThroughWhomTheTableSays() throws Exception {
		List<String> wrong = new ArrayList<>();
		for (Map.Entry<String, List<String>> line : table().entrySet()) {
			int column = 0;
			for (Map.Entry<String, RequestPostProcessor> person : PEOPLE.entrySet()) {
				String expected = line.getValue().get(column++);
				String found = answer(line.getKey(), person.getValue());
				if (!found.equals(expected)) {
					wrong.add(
							"%s as %s: expected %s, was %s".formatted(line.getKey(), person.getKey(), expected, found));
				}
			}
		}
		assertThat(wrong).isEmpty();
	}

	@Test
	void refusesEveryPostWithoutToken() throws Exception {
		List<String> accepted = new ArrayList<>();
		for (String address : table().keySet()) {
			if (address.startsWith("POST ")) {
				MockHttpServletResponse response = this.mvc
					.perform(request(HttpMethod.POST, path(address)).with(People.administrator()))
					.andReturn()
					.getResponse();
				if (response.getStatus() != 403) {
					accepted.add(address + " " + response.getStatus());
				}
			}
		}
		assertThat(accepted).isEmpty();
	}

	@Test
	void refusesMethodsThatNothingUses() throws Exception {
		for (String method : List.of("PUT", "DELETE", "PATCH", "OPTIONS")) {
			assertThat(this.mvc
				.perform(
						request(HttpMethod.valueOf(method), "/organizations").with(People.administrator()).with(csrf()))
				.andReturn()
				.getResponse()
				.getStatus()).as(method).isEqualTo(403);
		}
	}

	@Test
	void refusesAnAddressNobodyMapped() throws Exception {
		assertThat(answer("GET /nowhere", People.stranger())).isEqualTo("sign-in");
		assertThat(answer("POST /nowhere", People.auditor())).isEqualTo("refused");
	}

	private String answer(String address, RequestPostProcessor person) throws Exception {
		MockHttpServletResponse response = this.mvc
			.perform(request(HttpMethod.valueOf(address.split(" ")[0]), path(address)).with(person).with(csrf()))
			.andReturn()
			.getResponse();
		return switch (response.getStatus()) {
			case PASSED -> "open";
			case 403 -> "refused";
			case 302 -> "/sign-in".equals(response.getRedirectedUrl()) ? "sign-in" : response.getRedirectedUrl();
			default -> Integer.toString(response.getStatus());
		};
	}

	private static String path(String address) {
		return address.split(" ")[1].replaceAll("\\{[^/]*}", "1");
	}

	private TreeSet<String> mapped() {
		TreeSet<String> addresses = new TreeSet<>();
		this.requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, handler) -> {
			if (shipped(handler.getBeanType())) {
				mapping.getPatternValues()
					.forEach((pattern) -> methods(mapping)
						.forEach((method) -> addresses.add(method + " " + (pattern.isEmpty() ? "/" : pattern))));
			}
		});
		return addresses;
	}

	/** Other tests bring controllers of their own. */
	private static boolean shipped(Class<?> controller) {
		return !controller.getProtectionDomain().getCodeSource().getLocation().getPath().contains("test-classes");
	}

	private static Stream<String> methods(RequestMappingInfo mapping) {
		return mapping.getMethodsCondition().isEmpty() ? Stream.of("GET", "POST")
				: mapping.getMethodsCondition().getMethods().stream().map(RequestMethod::name);
	}

	private static Map<String, List<String>> table() throws IOException {
		Map<String, List<String>> table = new LinkedHashMap<>();
		new ClassPathResource("access.txt").getContentAsString(StandardCharsets.UTF_8)
			.lines()
			.filter((line) -> !line.isBlank() && !line.startsWith("#"))
			.map((line) -> line.strip().split("\\s+"))
			.forEach((cells) -> table.put(cells[0] + " " + cells[1], List.of(cells).subList(2, 6)));
		return table;
	}

}

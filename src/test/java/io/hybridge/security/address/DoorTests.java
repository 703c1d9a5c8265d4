package io.hybridge.security.address;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;

import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.RemoteIpValve;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import io.hybridge.security.People;
import io.hybridge.support.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** Under which names, from where and how the console is reached. */
@ApplicationTest
class DoorTests {

	@Autowired
	private MockMvc mvc;

	@ParameterizedTest
	@ValueSource(strings = { "rebound.example", "localhost.rebound.example", "127.0.0.1.nip.io", "hybridge", "10.0.0.7",
			"localhost." })
	void aForeignNameIsAnsweredWithOneSentence(String name) throws Exception {
		for (String page : List.of("/", "/sign-in", "/assets/css/hybridge.css", "/nowhere")) {
			MockHttpServletResponse answer = answer(get(page).with(People.operator()).with(under(name)));
			assertThat(answer.getStatus()).isEqualTo(421);
			assertThat(answer.getContentType()).startsWith("text/plain");
			assertThat(answer.getContentAsString()).startsWith("This console does not answer under this name.")
				.hasLineCount(1)
				.doesNotContain("rebound");
			assertThat(answer.getCookies()).isEmpty();
		}
		assertThat(answer(post("/sign-out").with(People.operator()).with(csrf()).with(under(name))).getStatus())
			.isEqualTo(421);
		assertThat(answer(get("/").header("Accept-Language", "de").with(under(name))).getContentAsString())
			.startsWith("Unter diesem Namen");
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "LOCALHOST", "127.0.0.1", "[::1]" })
	void itsOwnNamesAreAnswered(String name) throws Exception {
		assertThat(answer(get("/settings/profile").with(People.operator()).with(under(name))).getStatus())
			.isEqualTo(200);
	}

	@Test
	void aNameOfTheSettingsIsAnswered() {
		HostNames names = new HostNames(new SecuritySettings(URI.create("https://hybridge.fabrikam.com:8443"),
				List.of("Console.fabrikam.com"), List.of()));
		assertThat(names.have("hybridge.fabrikam.com")).isTrue();
		assertThat(names.have("console.FABRIKAM.com")).isTrue();
		assertThat(names.have("localhost")).isTrue();
		assertThat(names.have("fabrikam.com")).isFalse();
		assertThat(names.have(null)).isFalse();
	}

	@Test
	void overANetworkOnlyHttpsIsAnswered() throws Exception {
		RequestPostProcessor network = (request) -> {
			request.setLocalAddr("192.0.2.10");
			return request;
		};
		MockHttpServletResponse clear = answer(get("/sign-in").with(People.stranger()).with(network));
		assertThat(clear.getStatus()).isEqualTo(421);
		assertThat(clear.getContentAsString()).contains("only by https").hasLineCount(1);
		assertThat(answer(get("/sign-in").secure(true).with(People.stranger()).with(network)).getStatus())
			.isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			192.0.2.80  | true  | 198.51.100.7
			2001:db8::1 | true  | 198.51.100.7
			192.0.2.81  | false | 192.0.2.81
			10.0.0.1    | false | 10.0.0.1
			127.0.0.1   | false | 127.0.0.1
			""")
	void forwardedHeadersCountOnlyFromANamedProxy(String peer, boolean secure, String client) throws Exception {
		RemoteIpValve valve = new NamedProxies(
				new SecuritySettings(null, List.of(), List.of("192.0.2.80", "2001:db8::1")))
			.valve();
		Request request = new Request(new Connector(), new org.apache.coyote.Request());
		request.setRemoteAddr(InetAddress.ofLiteral(peer).getHostAddress());
		request.getCoyoteRequest().getMimeHeaders().addValue("X-Forwarded-For").setString("203.0.113.9, 198.51.100.7");
		request.getCoyoteRequest().getMimeHeaders().addValue("X-Forwarded-Proto").setString("https");
		request.getCoyoteRequest().getMimeHeaders().addValue("X-Forwarded-Host").setString("hybridge.fabrikam.com");
		valve.setNext(new ValveBase() {

			@Override
			public void invoke(Request seen, Response response) {
				assertThat(seen.isSecure()).isEqualTo(secure);
				assertThat(seen.getRemoteAddr()).isEqualTo(client);
				assertThat("hybridge.fabrikam.com".equals(seen.getServerName())).isEqualTo(secure);
			}

		});
		valve.invoke(request, new Response(new org.apache.coyote.Response()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "server.address=0.0.0.0", "server.address=::", "server.address=192.0.2.10",
			"server.address=no such name", "server.port=8080",
			"server.address=0.0.0.0 server.ssl.bundle=console server.ssl.enabled=false",
			"server.address=0.0.0.0 hybridge.security.proxies=" })
	void aStartInTheClearIsRefused(String settings) {
		assertThatExceptionOfType(ClearDoor.InTheClear.class).isThrownBy(() -> start(settings))
			.satisfies((failure) -> assertThat(new ClearDoorAnalyzer().analyze(failure).getDescription())
				.endsWith("without TLS, and passwords would go over the network in the clear."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "server.address=127.0.0.1", "server.address=localhost", "server.address=::1",
			"server.address=0.0.0.0 server.ssl.bundle=console", "server.address=0.0.0.0 server.ssl.certificate=a.crt",
			"server.address=0.0.0.0 hybridge.security.proxies=192.0.2.80",
			"server.address=0.0.0.0 hybridge.security.proxies[0]=192.0.2.80" })
	void aStartThatIsProtectedIsNot(String settings) {
		start(settings);
	}

	private static void start(String settings) {
		MockEnvironment environment = new MockEnvironment();
		for (String setting : settings.split(" (?=\\S+=)")) {
			environment.setProperty(setting.split("=", 2)[0], setting.split("=", 2)[1]);
		}
		ClearDoor door = new ClearDoor();
		door.setEnvironment(environment);
		door.postProcessBeanFactory(null);
	}

	private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
		return this.mvc.perform(request).andReturn().getResponse();
	}

	private static RequestPostProcessor under(String name) {
		return (request) -> {
			request.setServerName(name);
			return request;
		};
	}

}

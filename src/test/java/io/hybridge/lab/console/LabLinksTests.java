package io.hybridge.lab.console;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

import io.hybridge.exchange.ExchangeConnections;
import io.hybridge.exchange.ExchangeService;
import io.hybridge.exchange.link.ServerLinks;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.lab.world.LabView;
import io.hybridge.organization.OrganizationId;
import io.hybridge.security.People;
import io.hybridge.support.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** The console finds the lab's servers, whatever ports they have today. */
@ApplicationTest
@TestPropertySource(properties = "hybridge.lab.enabled=true")
class LabLinksTests {

	@Autowired
	private MockMvc browser;

	@Autowired
	private LabLinks links;

	@Autowired
	private LabControl control;

	@Autowired
	private EmbeddedLab embedded;

	@Autowired
	private ExchangeConnections connections;

	@Autowired
	private ServerLinks stored;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void reachesTheServersAfterRegistrationAndAfterTheirPortsHaveChanged() throws Exception {
		this.browser
			.perform(post("/organizations").with(People.administrator())
				.with(csrf())
				.param("name", "Links")
				.param("domain", "links.example"))
			.andExpect(status().isFound());
		OrganizationId fabrikam = new OrganizationId(
				this.jdbc.sql("select max(id) from organization").query(Long.class).single());
		assertThat(stored(fabrikam)).isEqualTo(open());
		reaches(fabrikam);

		List<Integer> before = open();
		this.embedded.stop();
		this.embedded.start();
		assertThat(open()).doesNotContainAnyElementsOf(before);
		assertThat(stored(fabrikam)).isEqualTo(before);
		this.links.refresh();
		assertThat(stored(fabrikam)).isEqualTo(open());
		reaches(fabrikam);
	}

	private void reaches(OrganizationId organization) {
		for (LabView.Server server : this.control.view().servers()) {
			assertThat(this.connections.of(organization).serviceStarted(server.fqdn(), ExchangeService.HEALTH_MANAGER))
				.isPresent();
		}
	}

	private List<Integer> open() {
		return this.control.view().servers().stream().map(LabView.Server::port).toList();
	}

	private List<Integer> stored(OrganizationId organization) {
		return this.stored.of(organization)
			.stream()
			.map((link) -> (link instanceof WinRmLink winrm) ? winrm.port() : null)
			.toList();
	}

}

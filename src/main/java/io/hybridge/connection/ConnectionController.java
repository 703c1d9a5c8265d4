package io.hybridge.connection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.hybridge.connection.KeptClimbs.KeptClimb;
import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.ServerLinks;
import io.hybridge.organization.Organization;
import io.hybridge.security.account.SignedIn;
import io.hybridge.web.NotFound;
import io.hybridge.web.PageSwap;

/** The pages of an organization's connection: its servers, and the ladder of each. */
@Controller
@RequestMapping("/organizations/{id}/connection")
class ConnectionController {

	private final ConnectedOrganization organizations;

	private final ConnectionCare care;

	private final KeptClimbs tests;

	ConnectionController(ConnectedOrganization organizations, ConnectionCare care, KeptClimbs tests) {
		this.organizations = organizations;
		this.care = care;
		this.tests = tests;
	}

	@GetMapping
	String servers(@PathVariable long id, Model model) {
		Organization organization = this.organizations.require(id, model);
		List<ServerLink> links = this.care.links(organization);
		Map<String, KeptClimb> tests = this.tests.of(organization.id());
		model.addAttribute("servers",
				links.stream().map((link) -> ServerView.of(link, tests.get(link.fqdn()))).toList());
		model.addAttribute("found", FoundServers.beside(links, tests.values()));
		model.addAttribute("ways", WayIn.values());
		return "connection/servers";
	}

	/** The servers that Exchange named are reached as the one that named them. */
	@PostMapping("/found")
	String addFound(@PathVariable long id, @RequestParam(name = "server", defaultValue = "") List<String> servers,
			@AuthenticationPrincipal SignedIn person, Model model) {
		Organization organization = this.organizations.require(id, model);
		List<ServerLink> links = this.care.links(organization);
		List<String> found = FoundServers.beside(links, this.tests.of(organization.id()).values());
		Stream.of(servers)
			.flatMap(List::stream)
			.filter(found::contains)
			.map((server) -> FoundServers.as(links.getFirst(), server))
			.forEach((link) -> {
				this.care.put(organization, link, person.actor());
				this.care.test(organization, link.fqdn(), true);
			});
		return "redirect:/organizations/{id}/connection";
	}

	@GetMapping("/{server}")
	String server(@PathVariable long id, @PathVariable String server, Model model) {
		Organization organization = this.organizations.require(id, model);
		Optional<ServerLink> link = this.care.link(organization, server);
		if (link.isEmpty()) {
			return "redirect:/organizations/{id}/connection";
		}
		KeptClimb test = this.tests.of(organization.id(), link.get().fqdn()).orElse(null);
		model.addAttribute("server", ServerView.of(link.get(), test));
		model.addAttribute("pin", Pinning.offered(test).orElse(null));
		return "connection/server";
	}

	/** The part that changes while the ladder is climbed; after that, the whole page. */
	@GetMapping("/{server}/progress")
	String progress(@PathVariable long id, @PathVariable String server, Model model, HttpServletResponse response) {
		server(id, server, model);
		if (model.getAttribute("server") instanceof ServerView view && view.isUnderWay()) {
			return "connection/server :: climbing";
		}
		PageSwap.of(response, "server");
		return "connection/server";
	}

	/**
	 * Climbs.
	 * @param signIn whether the rungs that need the account are tried
	 */
	@PostMapping("/{server}/test")
	String test(@PathVariable long id, @PathVariable String server, @RequestParam(defaultValue = "true") boolean signIn,
			Model model) {
		Organization organization = this.organizations.require(id, model);
		this.care.test(organization, require(organization, server).fqdn(), signIn);
		return "redirect:/organizations/{id}/connection/{server}";
	}

	/** Pins what the last climb saw, once the person has compared it. */
	@PostMapping("/{server}/pin")
	String pin(@PathVariable long id, @PathVariable String server, @RequestParam String fingerprint,
			@AuthenticationPrincipal SignedIn person, Model model) {
		Organization organization = this.organizations.require(id, model);
		ServerLink link = require(organization, server);
		this.tests.of(organization.id(), link.fqdn())
			.flatMap((test) -> Pinning.of(link, test, fingerprint))
			.ifPresent((pinned) -> {
				this.care.put(organization, pinned, person.actor());
				this.care.test(organization, pinned.fqdn(), true);
			});
		return "redirect:/organizations/{id}/connection/{server}";
	}

	@PostMapping("/{server}/remove")
	String remove(@PathVariable long id, @PathVariable String server, @AuthenticationPrincipal SignedIn person,
			Model model, RedirectAttributes once) {
		Organization organization = this.organizations.require(id, model);
		try {
			this.care.remove(organization, require(organization, server).fqdn(), person.actor());
			return "redirect:/organizations/{id}/connection";
		}
		catch (ServerLinks.InUse ex) {
			once.addFlashAttribute("refused", "connection.in-use");
			return "redirect:/organizations/{id}/connection/{server}";
		}
	}

	private ServerLink require(Organization organization, String server) {
		return this.care.link(organization, server).orElseThrow(NotFound::new);
	}

}

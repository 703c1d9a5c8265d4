package io.hybridge.connection;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import io.hybridge.exchange.link.KerberosRealmTaken;
import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.ServerLinks;
import io.hybridge.organization.Organization;
import io.hybridge.security.account.SignedIn;
import io.hybridge.web.NotFound;

/** The form in which a person says how a server is reached. */
@Controller
@RequestMapping("/organizations/{id}/connection")
class LinkController {

	private static final String TEMPLATE = "connection/form";

	private final ConnectedOrganization organizations;

	private final ConnectionCare care;

	private final LinkChoices choices;

	LinkController(ConnectedOrganization organizations, ConnectionCare care, LinkChoices choices) {
		this.organizations = organizations;
		this.care = care;
		this.choices = choices;
	}

	@GetMapping("/new/{way}")
	String add(@PathVariable long id, @PathVariable String way, Model model) {
		describe(id, way(way), null, model);
		model.addAttribute("form", LinkForm.EMPTY);
		return TEMPLATE;
	}

	@GetMapping("/{server}/change")
	String change(@PathVariable long id, @PathVariable String server, Model model) {
		Organization organization = this.organizations.require(id, model);
		ServerLink link = this.care.link(organization, server).orElseThrow(NotFound::new);
		describe(id, WayIn.of(link), server, model);
		model.addAttribute("form", LinkForm.of(link));
		model.addAttribute("everywhere", true);
		return TEMPLATE;
	}

	@PostMapping("/new/{way}")
	String save(@PathVariable long id, @PathVariable String way, @ModelAttribute("form") LinkForm form,
			BindingResult errors, @AuthenticationPrincipal SignedIn person, Model model, HttpServletResponse response) {
		return save(describe(id, way(way), null, model), way(way), form, errors,
				(organization, link) -> put(organization, link, false, person), model, response);
	}

	/**
	 * Changes a link.
	 * @param everywhere whether all servers that had the same account and password get
	 * the new one
	 */
	@PostMapping("/{server}/change")
	String save(@PathVariable long id, @PathVariable String server, @ModelAttribute("form") LinkForm form,
			BindingResult errors, @RequestParam(defaultValue = "false") boolean everywhere,
			@AuthenticationPrincipal SignedIn person, HttpServletResponse response, Model model) {
		Organization organization = this.organizations.require(id, model);
		WayIn way = WayIn.of(this.care.link(organization, server).orElseThrow(NotFound::new));
		describe(id, way, server, model);
		if (!form.fqdn().equalsIgnoreCase(server)) {
			errors.rejectValue("fqdn", "connection.server.fixed");
		}
		model.addAttribute("everywhere", everywhere);
		return save(organization, way, form, errors, (at, link) -> put(at, link, everywhere, person), model, response);
	}

	private String save(Organization organization, WayIn way, LinkForm form, BindingResult errors,
			BiConsumer<Organization, ServerLink> keep, Model model, HttpServletResponse response) {
		ServerLink known = this.care.link(organization, form.fqdn()).orElse(null);
		SeenLink.compare(known, form.seen(), form, errors);
		model.addAttribute("seen", SeenLink.mark(known));
		Optional<ServerLink> link = TypedLink.read(way, form, known, errors);
		try {
			if (link.isPresent()) {
				keep.accept(organization, link.get());
				return "redirect:/organizations/{id}/connection/" + link.get().fqdn();
			}
		}
		catch (KerberosRealmTaken ex) {
			errors.rejectValue("kdcs", "connection.kdcs.taken", new Object[] { ex.realm() }, null);
		}
		catch (ServerLinks.InUse ex) {
			errors.reject("connection.in-use", new Object[] { organization.name() }, null);
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return TEMPLATE;
	}

	/** Keeps a link and asks for a test of every server that is reached otherwise now. */
	private void put(Organization organization, ServerLink link, boolean everywhere, SignedIn person) {
		Set<String> servers = new LinkedHashSet<>(Set.of(link.fqdn()));
		if (everywhere) {
			servers.addAll(this.care.putWithPassword(organization, link, person.actor()));
		}
		else {
			this.care.put(organization, link, person.actor());
		}
		servers.forEach((server) -> this.care.test(organization, server, true));
	}

	private Organization describe(long id, WayIn way, String server, Model model) {
		Organization organization = this.organizations.require(id, model);
		model.addAttribute("way", way);
		model.addAttribute("known", server);
		model.addAttribute("seen", SeenLink.mark(this.care.link(organization, String.valueOf(server)).orElse(null)));
		model.addAttribute("sharers", this.care.sharers(organization, server));
		model.addAttribute("channels", this.choices.channels());
		model.addAttribute("trusts", this.choices.trusts());
		model.addAttribute("portHint", this.choices.portHint(way));
		return organization;
	}

	private static WayIn way(String slug) {
		return WayIn.of(slug).orElseThrow(NotFound::new);
	}

}

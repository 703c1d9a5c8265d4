package io.hybridge.lab.console;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.hybridge.lab.Fault;
import io.hybridge.lab.Trait;
import io.hybridge.lab.world.LabView;
import io.hybridge.lab.world.Scenario;
import io.hybridge.organization.Environment;
import io.hybridge.organization.Organization;
import io.hybridge.organization.Organizations;
import io.hybridge.security.account.SignedIn;

/** The page of the lab and what can be done to its world. */
@Controller
class LabController {

	private static final String PAGE = "redirect:/lab";

	private static final int LATEST = 12;

	private final LabControl control;

	private final LabActions actions;

	private final MessagePath path;

	private final Organizations organizations;

	LabController(LabControl control, LabActions actions, MessagePath path, Organizations organizations) {
		this.control = control;
		this.actions = actions;
		this.path = path;
		this.organizations = organizations;
	}

	@GetMapping("/lab")
	String show(Model model) {
		if (!this.control.present()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		LabView view = this.control.view();
		model.addAttribute("lab", view);
		model.addAttribute("hops", this.path.of(view));
		Organization inhabitant = inhabitant(view);
		model.addAttribute("inhabitant", inhabitant);
		model.addAttribute("scope", (inhabitant != null) ? inhabitant.scope() : null);
		model.addAttribute("latest", view.activity().effects().stream().limit(LATEST).toList());
		model.addAttribute("earlier", view.activity().effects().stream().skip(LATEST).toList());
		model.addAttribute("topics", Arrays.stream(Scenario.values())
			.collect(Collectors.groupingBy(Scenario::topic, TreeMap::new, Collectors.toList())));
		model.addAttribute("traits", Arrays.stream(Trait.values())
			.collect(Collectors.groupingBy(Trait::half, TreeMap::new, Collectors.toList())));
		model.addAttribute("switched", view.traits().stream().map(Trait::half).toList());
		model.addAttribute("operations", FaultyOperations.ALL);
		model.addAttribute("faults", Fault.values());
		return "lab/index";
	}

	/** The organization that lives in the lab, or null while none is registered. */
	private Organization inhabitant(LabView view) {
		return this.organizations.findByDomainAndEnvironment(view.exchange().domain(), Environment.LAB)
			.filter((organization) -> this.organizations.shows(organization.id()))
			.orElse(null);
	}

	@GetMapping(path = "/lab/phone", headers = "HX-Request=true")
	String phone(Model model) {
		model.addAttribute("badge", this.control.badge());
		return "lab/phone :: drawn";
	}

	/**
	 * Who administers the lab's tenant, for the page on which the sign-in is asked for.
	 */
	@GetMapping(path = "/lab/account", headers = "HX-Request=true")
	String account(Model model) {
		model.addAttribute("account", this.control.view().access().accounts().administrator());
		return "lab/account :: shown";
	}

	@PostMapping("/lab/reset")
	String reset(@RequestParam Scenario scenario, @AuthenticationPrincipal SignedIn person, RedirectAttributes page) {
		this.actions.perform(person, "reset", "/reset", Map.of("scenario", scenario.name()));
		page.addFlashAttribute("notice", "lab.notice.reset");
		return PAGE;
	}

	@PostMapping("/lab/traits")
	String turn(@RequestParam Trait trait, @RequestParam boolean on, @AuthenticationPrincipal SignedIn person,
			RedirectAttributes page) {
		this.actions.perform(person, "turn-trait", "/traits", Map.of("trait", trait.name(), "on", on));
		page.addFlashAttribute("notice", on ? "lab.notice.trait-on" : "lab.notice.trait-off");
		return PAGE;
	}

	@PostMapping("/lab/update")
	String update(@RequestParam String server, @AuthenticationPrincipal SignedIn person,
			@RequestParam(required = false) String from, RedirectAttributes page) {
		page.addFlashAttribute("notice", install(server, person));
		page.addFlashAttribute("noticeServer", server);
		page.addFlashAttribute("mended", true);
		return "redirect:" + back(from);
	}

	@PostMapping(path = "/lab/update", headers = "HX-Request=true")
	String updateWithinPage(@RequestParam String server, @RequestParam String from,
			@AuthenticationPrincipal SignedIn person, Model model) {
		if (!within(from)) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		model.addAttribute("from", from);
		model.addAttribute("notice", install(server, person));
		model.addAttribute("noticeServer", server);
		return "lab/update :: done";
	}

	private String install(String server, SignedIn person) {
		if (this.control.view().servers().stream().map(LabView.Server::name).noneMatch(server::equals)) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		boolean done = this.actions.perform(person, "install-cu23", "/update", Map.of("server", server));
		return done ? "lab.notice.updated" : "lab.notice.already-updated";
	}

	@PostMapping("/lab/messages")
	String send(@AuthenticationPrincipal SignedIn person, @RequestParam(required = false) String from,
			RedirectAttributes page) {
		boolean done = this.actions.perform(person, "send-message", "/messages", Map.of());
		page.addFlashAttribute("notice", done ? "lab.notice.sent" : "lab.notice.not-arrived");
		page.addFlashAttribute("badge", this.control.badge());
		page.addFlashAttribute("risen", done);
		return "redirect:" + back(from);
	}

	@PostMapping(path = "/lab/messages", headers = "HX-Request=true")
	String sendWithinPage(@AuthenticationPrincipal SignedIn person, Model model) {
		boolean done = this.actions.perform(person, "send-message", "/messages", Map.of());
		model.addAttribute("badge", this.control.badge());
		model.addAttribute("risen", done);
		model.addAttribute("deviceTestForm", new Risen(Integer.toString(this.control.badge())));
		model.addAttribute("notice", done ? "lab.notice.sent" : "lab.notice.not-arrived");
		return "lab/phone :: drawn";
	}

	@PostMapping("/lab/phone/clear")
	String clear(@AuthenticationPrincipal SignedIn person) {
		this.actions.perform(person, "clear-phone", "/phone/clear", Map.of());
		return PAGE;
	}

	@PostMapping("/lab/faults")
	String inject(@RequestParam String operation, @RequestParam Fault fault, @RequestParam int times,
			@AuthenticationPrincipal SignedIn person, RedirectAttributes page) {
		if (!FaultyOperations.ALL.contains(operation) || times < 0 || times > 100) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		Map<String, Object> values = new LinkedHashMap<>();
		values.put("operation", operation);
		values.put("fault", fault.name());
		values.put("times", times);
		this.actions.perform(person, "inject-fault", "/faults", values);
		page.addFlashAttribute("notice", "lab.notice.injected");
		return PAGE;
	}

	@PostMapping("/lab/faults/remove")
	String remove(@RequestParam String operation, @AuthenticationPrincipal SignedIn person) {
		if (!FaultyOperations.ALL.contains(operation)) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		this.actions.perform(person, "remove-fault", "/faults/remove", Map.of("operation", operation));
		return PAGE;
	}

	/** Back to the page of this console that the form stood on. */
	private static String back(String from) {
		return within(from) ? from : "/lab";
	}

	private static boolean within(String from) {
		return from != null && from.matches("/organizations/\\d+(/[a-z-]+)*");
	}

	/**
	 * The number that the device test is filled in with.
	 *
	 * @param number on the icon
	 */
	record Risen(String number) {
	}

}

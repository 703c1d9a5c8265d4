package preview;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import io.hybridge.web.Choice;
import io.hybridge.web.DisplayValue;
import io.hybridge.web.LayoutModel;
import io.hybridge.web.PageScope;
import io.hybridge.web.PathHop;
import io.hybridge.web.RailStep;
import io.hybridge.web.Viewer;

/**
 * Every component on one page, to look at and to test without the rest of the console.
 * Start it with {@code main} and open {@code /gallery?lang=de&theme=dark}.
 */
@ComponentScan(basePackageClasses = LayoutModel.class)
@ImportAutoConfiguration({ PropertyPlaceholderAutoConfiguration.class, MessageSourceAutoConfiguration.class,
		HttpEncodingAutoConfiguration.class, TomcatServletWebServerAutoConfiguration.class,
		DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class,
		ThymeleafAutoConfiguration.class })
@org.springframework.context.annotation.Import(Gallery.Pages.class)
public class Gallery {

	static final Instant NOW = Instant.parse("2026-11-27T12:45:08Z");

	public static void main(String[] args) {
		SpringApplication.run(Gallery.class, args);
	}

	@Bean
	Clock clock() {
		return Clock.fixed(NOW, ZoneOffset.UTC);
	}

	@Bean
	Filter policy() {
		return (request, response, chain) -> {
			((HttpServletResponse) response).setHeader("Content-Security-Policy",
					"default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'");
			chain.doFilter(request, response);
		};
	}

	@Controller
	static class Pages {

		@GetMapping("/gallery/{page}")
		String page(@PathVariable String page, @RequestParam(defaultValue = "SYSTEM") Viewer.Theme theme,
				@RequestParam(defaultValue = "false") boolean live, Locale locale, Model model) {
			model.addAttribute("viewer",
					new Viewer(7L, "Petra Kern", locale, ZoneId.of("Europe/Berlin"), theme, true, true, false));
			model.addAttribute("scope", new PageScope("Fabrikam", live ? "LIVE" : "LAB", false));
			model.addAttribute("paths", paths());
			model.addAttribute("steps", steps());
			model.addAttribute("choices", List.of(new Choice("a", "What we wanted", "Sets woodgrovebank.com."),
					Choice.of("b", "What we found")));
			model.addAttribute("facts", facts());
			model.addAttribute("until", NOW.plusSeconds(72));
			model.addAttribute("now",
					DisplayValue.code("41D28F0C…9B77").noted("Expired 3 March 2024").copying("41D28F0C"));
			model.addAttribute("after", DisplayValue
				.code("https://accounts.accesscontrol.windows.net/metadata/json/1/?realm=fabrikam.com"));
			return "gallery/" + page;
		}

		@ModelAttribute("form")
		Form form() {
			return new Form("petra.kern@fabrikam.com", "b", true);
		}

		@GetMapping("/gallery/wrong")
		String wrong(@ModelAttribute("form") Form form, BindingResult errors, Model model) {
			errors.rejectValue("email", "x", "Write it as in name@example.com.");
			errors.rejectValue("kept", "x", "Accept the risk first.");
			errors.reject("x", "The code is not right.");
			return page("form", Viewer.Theme.SYSTEM, false, Locale.ENGLISH, model);
		}

		private static Map<String, String> facts() {
			Map<String, String> facts = new LinkedHashMap<>();
			facts.put("Side effect", "The service MSExchangeServiceHost restarts on EX1 and EX2.");
			facts.put("Stays as it is", "Certificates of IIS and SMTP, auth server EvoSTS");
			return facts;
		}

		private static List<RailStep> steps() {
			return List.of(new RailStep("Tenant", "#1", true, "in-effect", false, List.of()),
					new RailStep("Servers", "#2", true, "in-effect", false, List.of()),
					new RailStep("OAuth", "#3", false, "ready", true,
							List.of(new RailStep.Section("Findings", "#f", false),
									new RailStep.Section("Plan", null, true),
									new RailStep.Section("Apply", null, false))),
					new RailStep("Push proxy", null, false, "cannot-start", false, List.of()));
		}

		private static Map<String, List<PathHop>> paths() {
			Map<String, List<PathHop>> paths = new LinkedHashMap<>();
			paths.put("In effect", path("in-effect in-effect in-effect in-effect", "PROVED PROVED PROVED PROVED", 3));
			paths.put("Needs attention",
					path("in-effect in-effect attention not-reached", "PROVED PROVED BROKEN NOT_REACHED", 3));
			paths.put("Unknown",
					path("in-effect unknown not-reached not-reached", "PROVED UNKNOWN NOT_REACHED NOT_REACHED", null));
			paths.put("Applied",
					path("in-effect in-effect applied not-reached", "PROVED PROVED WAITING NOT_REACHED", null));
			return paths;
		}

		private static List<PathHop> path(String words, String states, Integer badge) {
			String[] word = words.split(" ");
			String[] state = states.split(" ");
			String[] names = { "Mailbox server", "Token", "Microsoft 365", "Badge number" };
			PathHop.Place[] places = PathHop.Place.values();
			return java.util.stream.IntStream.range(0, 4)
				.mapToObj((i) -> new PathHop(places[i], names[i], PathHop.State.valueOf(state[i]), word[i],
						"AADSTS700027: the key is not on the service principal", (i == 3) ? badge : null))
				.toList();
		}

	}

	record Form(String email, String choice, boolean kept) {
	}

}

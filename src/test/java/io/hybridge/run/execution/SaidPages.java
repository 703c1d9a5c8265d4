package io.hybridge.run.execution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import io.hybridge.run.execution.Said.Hop;
import io.hybridge.run.execution.Said.OfDashboard;
import io.hybridge.run.execution.Said.OfOrganization;
import io.hybridge.run.execution.Said.OfRun;
import io.hybridge.run.execution.Said.OfStep;
import io.hybridge.security.People;
import io.hybridge.step.StepName;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** Asks every page that tells of a step what it says. */
class SaidPages {

	@Autowired
	private MockMvc mvc;

	Said of(StateWorld world, StepName step) throws Exception {
		return new Said(step(world, step), organization(world), dashboard(world), run(world), mains(world, step));
	}

	/** What is folded away is nobody's main button. */
	private Map<String, List<String>> mains(StateWorld world, StepName step) throws Exception {
		List<String> addresses = new ArrayList<>(List.of("/", world.address()));
		Stream.of(StepName.TENANT, step, StepName.PUSH_PROXY)
			.distinct()
			.map((each) -> world.address() + "/enablement/" + each.slug())
			.forEach(addresses::add);
		if (world.newestRun() > 0) {
			addresses.add("/runs/" + world.newestRun());
		}
		Map<String, List<String>> mains = new LinkedHashMap<>();
		for (String address : addresses) {
			mains.put(address,
					page(address).select("main .primary")
						.stream()
						.filter((button) -> button.closest("details:not([open])") == null)
						.map(Element::text)
						.toList());
		}
		return mains;
	}

	private OfStep step(StateWorld world, StepName step) throws Exception {
		Document page = page(world.address() + "/enablement/" + step.slug());
		StepName other = (step == StepName.TENANT) ? StepName.SERVERS : StepName.TENANT;
		Document beside = page(world.address() + "/enablement/" + other.slug());
		List<String> next = page.select(".body :is(.primary, #refresh, .banner a[href^=/runs/])").eachText();
		return new OfStep(page.select("#stands .status").text(), page.select("#stands .quiet").text(),
				beside.select(".rail a[href$=/" + step.slug() + "] + p").text(), headings(page), acts(page), next,
				nowhere(page), page.select("main").text());
	}

	private static List<String> nowhere(Document page) {
		return page.select("a[href^=#]")
			.eachAttr("href")
			.stream()
			.filter((link) -> page.getElementById(link.substring(1)) == null)
			.toList();
	}

	private static boolean acts(Document page) {
		boolean undo = page.select("#plan h2").text().contains("take back");
		return !page.select("form[action$=/verify], form[action$=/device-test]").isEmpty()
				|| !undo && !page.select("form[action$=/apply]").isEmpty();
	}

	/** What is told at length of a finding is its own, not the state's. */
	private static List<String> headings(Document page) {
		page.select("#findings section.banner, #sign-in, #more, .signin").remove();
		return page.select(".body h2").eachText();
	}

	private OfOrganization organization(StateWorld world) throws Exception {
		Document page = page(world.address());
		List<Hop> hops = page.select(".path .hop")
			.stream()
			.map((hop) -> new Hop(hop.select(".status").text(), line(hop)))
			.toList();
		List<Element> rows = page.select("main table tbody tr");
		return new OfOrganization(page.select("h2.state").text(), page.select("h2.state + p").text(), hops,
				rows.stream().map((row) -> row.select(".status").text()).toList(),
				rows.stream().map((row) -> row.select("td .evidence").text()).toList(),
				page.select("main .actions a.button").attr("href"), page.select("main").text());
	}

	private static String line(Element hop) {
		return hop.classNames().stream().filter((name) -> name.startsWith("is-")).findFirst().orElse("");
	}

	private OfDashboard dashboard(StateWorld world) throws Exception {
		Document page = page("/");
		Element row = page.select("tbody tr:has(a[href=" + world.address() + "])").first();
		return new OfDashboard(row.select(".status").text(), row.select("td .evidence").text(),
				row.select(".next a").attr("href"), row.select(".next a").text().replaceAll(":.*", ""),
				page.select("main .lead").text(), row.select("td .small").text());
	}

	private OfRun run(StateWorld world) throws Exception {
		if (world.newestRun() == 0) {
			return null;
		}
		Document list = page("/runs");
		Document page = page("/runs/" + world.newestRun());
		Element end = page.select(".log li")
			.stream()
			.filter((line) -> line.text().contains("step"))
			.reduce((one, two) -> two)
			.orElse(null);
		return new OfRun(list.select("tbody tr:has(a[href=/runs/" + world.newestRun() + "]) .status").text(),
				page.select("#run section h2").stream().findFirst().map(Element::text).orElse(""),
				(end != null) ? end.select("div > a").text() : "", (end != null) ? end.select(".status").text() : "",
				!page.select("#progress").isEmpty());
	}

	private Document page(String address) throws Exception {
		return Jsoup.parse(
				this.mvc.perform(get(address).with(People.operator())).andReturn().getResponse().getContentAsString());
	}

}

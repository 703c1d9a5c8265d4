package io.hybridge.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;

import org.springframework.context.ApplicationEventPublisher;

import io.hybridge.campaign.Itinerary.Style;
import io.hybridge.campaign.Tour.Death;
import io.hybridge.lab.exchange.state.ExchangeScenario;
import io.hybridge.organization.Environment;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.RegisteredOrganizations;

/** Tour after tour, until enough consoles have died. */
final class Campaign {

	private static final List<Style> STYLES = List.of(Style.BOUNDARIES, Style.BOUNDARIES, Style.ANYWHERE,
			Style.BOUNDARIES, Style.SLEEPING, Style.MEDDLED, Style.BOUNDARIES, Style.ANYWHERE, Style.WORN);

	private final Desk desk;

	private final Worlds worlds;

	private final Protections protections;

	private final ApplicationEventPublisher events;

	private final List<Finding> findings = new ArrayList<>();

	private final Map<Style, Integer> kills = new EnumMap<>(Style.class);

	private final List<Death> deaths = new ArrayList<>();

	private final Random random;

	private Itinerary plan;

	private int tours;

	Campaign(Desk desk, Worlds worlds, Protections protections, ApplicationEventPublisher events, long seed) {
		this.desk = desk;
		this.worlds = worlds;
		this.protections = protections;
		this.events = events;
		this.random = new Random(seed);
		this.plan = Itinerary.first(seed);
	}

	/** The first tour, on which nobody dies: it tells where one could. */
	Campaign learn() {
		walk(Style.NOBODY, ExchangeScenario.NO_FIT_CERTIFICATE);
		return this;
	}

	/** Tours of all kinds. */
	Campaign until(BooleanSupplier enough) {
		while (!enough.getAsBoolean()) {
			Style style = STYLES.get(this.tours % STYLES.size());
			walk(style,
					(this.random.nextInt(3) == 0) ? ExchangeScenario.NO_FIT_CERTIFICATE : ExchangeScenario.STANDARD);
		}
		return this;
	}

	private void walk(Style style, ExchangeScenario scenario) {
		this.plan = this.plan.next(style);
		boolean rough = style != Style.NOBODY && style != Style.MEDDLED;
		double lossy = (rough && this.random.nextInt(4) == 0) ? 0.3 : 0;
		Duration lag = rough ? Duration.ofMinutes(this.random.nextInt(3) * 4L) : Duration.ZERO;
		Tour tour = walk(this.plan, scenario, lossy, lag);
		this.kills.merge(style, tour.deaths().size(), Integer::sum);
		this.deaths.addAll(tour.deaths());
		tour.findings()
			.forEach((finding) -> this.findings.add(new Finding(finding.kind(),
					"tour " + this.tours + " (" + style + ", " + scenario + "): " + finding.text())));
	}

	/**
	 * One tour.
	 * @param lossy how often an answer is lost although nobody dies
	 * @param lag after what time the tenant shows what was written
	 */
	Tour walk(Itinerary itinerary, ExchangeScenario scenario, double lossy, Duration lag) {
		this.desk.clock().reset();
		OrganizationId organization = RegisteredOrganizations.addFabrikam(this.desk.jdbc());
		this.events.publishEvent(new Organization.Registered(organization, Environment.LAB));
		World world = new World(this.desk.clock(), scenario, new Random(this.random.nextLong()), this.desk.witnesses());
		world.obedient = !this.protections.isOff(Protection.IDENTITY);
		world.lossy = lossy;
		world.keys.lag = lag;
		this.worlds.add(organization, world);
		Tour tour = new Tour(this.desk, organization, world, itinerary);
		tour.walk();
		this.worlds.forget(organization);
		this.tours++;
		return tour;
	}

	int kills() {
		return this.deaths.size();
	}

	List<Death> deaths() {
		return List.copyOf(this.deaths);
	}

	int tours() {
		return this.tours;
	}

	Map<Style, Integer> killsByStyle() {
		return Map.copyOf(this.kills);
	}

	List<Finding> findings() {
		return List.copyOf(this.findings);
	}

}

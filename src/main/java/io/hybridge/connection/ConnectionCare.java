package io.hybridge.connection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.exchange.link.BundleLink;
import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.ServerLinks;
import io.hybridge.organization.Organization;
import io.hybridge.web.NotFound;

/** Changes how servers are reached, together with the record of it. */
@Component
class ConnectionCare {

	private final ServerLinks links;

	private final KeptClimbs tests;

	private final SchedulerClient scheduler;

	private final AuditLog audit;

	private final Clock clock;

	ConnectionCare(ServerLinks links, KeptClimbs tests, SchedulerClient scheduler, AuditLog audit, Clock clock) {
		this.links = links;
		this.tests = tests;
		this.scheduler = scheduler;
		this.audit = audit;
		this.clock = clock;
	}

	List<ServerLink> links(Organization organization) {
		return this.links.of(organization.id());
	}

	Optional<ServerLink> link(Organization organization, String server) {
		return links(organization).stream().filter((link) -> link.fqdn().equalsIgnoreCase(server)).findFirst();
	}

	/** Which other servers an account of this one's link opens with the same password. */
	List<String> sharers(Organization organization, String server) {
		return link(organization, String.valueOf(server))
			.map((link) -> links(organization).stream()
				.filter((other) -> !other.fqdn().equals(link.fqdn()) && SharedPassword.between(link, other))
				.map(ServerLink::fqdn)
				.toList())
			.orElse(List.of());
	}

	/** Adds a link, or puts it in the place of the one of its server. */
	@Transactional
	void put(Organization organization, ServerLink link, AuditActor person) {
		List<ServerLink> links = open(organization);
		int place = places(links).indexOf(link.fqdn());
		if (place < 0) {
			links.add(link);
		}
		else if (links.get(place).equals(link)) {
			return;
		}
		else {
			links.set(place, link);
		}
		links.replaceAll((other) -> SharedRealm.of(link, other));
		replace(organization, links, link.fqdn());
		record(organization, link.fqdn(), (place < 0) ? "added" : "changed", WayIn.of(link).getSlug(), person);
	}

	/**
	 * Puts a link in the place of the one of its server; whatever else signs in with the
	 * same account and password gets the new one as well.
	 * @return the servers whose links are others now
	 */
	@Transactional
	List<String> putWithPassword(Organization organization, ServerLink link, AuditActor person) {
		List<ServerLink> before = open(organization);
		SharedPassword password = before.stream()
			.filter((known) -> known.fqdn().equals(link.fqdn()))
			.findFirst()
			.map((known) -> SharedPassword.changed(known, link))
			.orElseThrow(NotFound::new);
		List<ServerLink> changed = before.stream()
			.map((known) -> known.fqdn().equals(link.fqdn()) ? link : password.in(known))
			.filter((now) -> !before.contains(now))
			.toList();
		changed.forEach((now) -> put(organization, now, person));
		return changed.stream().map(ServerLink::fqdn).toList();
	}

	@Transactional
	void remove(Organization organization, String server, AuditActor person) {
		List<ServerLink> links = open(organization);
		int place = places(links).indexOf(server);
		if (place >= 0) {
			ServerLink gone = links.remove(place);
			replace(organization, links, server);
			record(organization, server, "removed", WayIn.of(gone).getSlug(), person);
		}
	}

	/**
	 * Asks for a climb; one that is under way is not asked for twice, and there is none
	 * to a server that only a person reaches.
	 * @param signsIn whether the rungs that need an account are tried
	 */
	@Transactional
	void test(Organization organization, String server, boolean signsIn) {
		boolean linked = open(organization).stream()
			.filter((link) -> !(link instanceof BundleLink))
			.map(ServerLink::fqdn)
			.anyMatch(server::equals);
		if (linked && this.tests.begin(organization.id(), server, signsIn)) {
			this.scheduler.scheduleIfNotExists(
					ConnectionTestJob.TEST.instance(ConnectionTestJob.instance(organization.id().value(), server))
						.scheduledTo(this.clock.instant()));
		}
	}

	/** One change after the other, and none where nothing is done any more. */
	private List<ServerLink> open(Organization organization) {
		if (organization.isArchived()) {
			throw new NotFound();
		}
		return new ArrayList<>(this.links.held(organization.id()));
	}

	private void replace(Organization organization, List<ServerLink> links, String server) {
		this.links.replace(organization.id(), links);
		this.tests.forget(organization.id(), server);
	}

	private void record(Organization organization, String server, String what, String way, AuditActor person) {
		this.audit.append(AuditEntry.of(AuditKind.CONNECTION_CHANGED, AuditOutcome.DONE, person)
			.about(organization.id().value(), organization.name())
			.on(server)
			.with("what", what)
			.with("way", way));
	}

	private static List<String> places(List<ServerLink> links) {
		return links.stream().map(ServerLink::fqdn).toList();
	}

}

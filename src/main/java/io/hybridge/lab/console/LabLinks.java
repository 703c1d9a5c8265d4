package io.hybridge.lab.console;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.exchange.ExchangeLinks;
import io.hybridge.exchange.ExchangeLinks.ExchangeLink;
import io.hybridge.lab.world.LabView;
import io.hybridge.organization.Environment;
import io.hybridge.organization.NotRegistered;
import io.hybridge.organization.Organization;
import io.hybridge.organization.Organizations;

/** Tells the console how the servers of the lab's organization are reached. */
@Component
class LabLinks {

	private static final Logger log = LoggerFactory.getLogger(LabLinks.class);

	private final LabControl control;

	private final ExchangeLinks links;

	private final Organizations organizations;

	LabLinks(LabControl control, ExchangeLinks links, Organizations organizations) {
		this.control = control;
		this.links = links;
		this.organizations = organizations;
	}

	@EventListener
	void registered(Organization.Registered event) {
		if (event.environment() != Environment.LAB) {
			return;
		}
		try {
			this.links.replace(event.organization(), of(this.control.view()));
		}
		catch (LabUnreachable ex) {
			throw new NotRegistered("lab.unreachable.not-registered", ex);
		}
	}

	/** The lab's ports, passwords and authority may be others than last time. */
	@EventListener(ApplicationReadyEvent.class)
	@Transactional
	public void refresh() {
		List<Organization> lab = this.organizations.findAllByOrderByName()
			.stream()
			.filter((organization) -> organization.environment() == Environment.LAB)
			.toList();
		if (lab.isEmpty() || !this.control.present()) {
			return;
		}
		try {
			List<ExchangeLink> current = of(this.control.view());
			lab.forEach((organization) -> this.links.replace(organization.id(), current));
		}
		catch (LabUnreachable ex) {
			log.warn("{}, so the servers of {} lab organization(s) keep the addresses they had", ex.getMessage(),
					lab.size());
		}
	}

	private static List<ExchangeLink> of(LabView view) {
		return view.servers()
			.stream()
			.filter(LabView.Server::reached)
			.map((server) -> new ExchangeLink(server.fqdn(), "127.0.0.1", server.port(),
					view.access().accounts().service().name(), view.access().accounts().service().password(),
					view.access().authorities()))
			.toList();
	}

}

package io.hybridge.lab.console;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.link.Channel;
import io.hybridge.exchange.link.PeerTrust;
import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.ServerLinks;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.link.WindowsSignIn;
import io.hybridge.lab.LabAccounts;
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

	private final ServerLinks links;

	private final Organizations organizations;

	LabLinks(LabControl control, ServerLinks links, Organizations organizations) {
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
			List<ServerLink> current = of(this.control.view());
			lab.forEach((organization) -> this.links.replace(organization.id(), current));
		}
		catch (LabUnreachable ex) {
			log.warn("{}, so the servers of {} lab organization(s) keep the addresses they had", ex.getMessage(),
					lab.size());
		}
	}

	private static List<ServerLink> of(LabView view) {
		LabAccounts.Account service = view.access().accounts().service();
		WindowsSignIn signIn = new WindowsSignIn.Basic(new Account(service.name(), service.password()));
		Channel channel = new Channel.Tls(new PeerTrust.Authorities(view.access().authorities()));
		return view.servers()
			.stream()
			.filter(LabView.Server::reached)
			.<ServerLink>map(
					(server) -> new WinRmLink(server.fqdn(), "127.0.0.1", server.port(), channel, signIn, null))
			.toList();
	}

}

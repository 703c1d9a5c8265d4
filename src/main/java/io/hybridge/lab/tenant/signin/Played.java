package io.hybridge.lab.tenant.signin;

import java.util.Arrays;

import io.hybridge.lab.Trait;
import io.hybridge.lab.Traits;

/**
 * The cloud that the lab's tenant plays, with what Microsoft's documents say of it there.
 * How Bleu and Delos name their instance is in no public document; the lab names their
 * sign-in host.
 */
enum Played {

	GLOBAL(null, "microsoftonline.com", "login.microsoftonline.com", "graph.microsoft.com", "EU", ""),

	US_GOVERNMENT_L4(Trait.US_GOVERNMENT_CLOUD, "microsoftonline.us", "login.microsoftonline.us", "graph.microsoft.us",
			"USGov", "DODCON"),

	US_GOVERNMENT_L5(Trait.DOD_CLOUD, "microsoftonline.us", "login.microsoftonline.us", "dod-graph.microsoft.us",
			"USGov", "DOD"),

	CHINA(Trait.CHINA_CLOUD, "partner.microsoftonline.cn", "login.partner.microsoftonline.cn",
			"microsoftgraph.chinacloudapi.cn", "AS", ""),

	BLEU(Trait.BLEU_CLOUD, "sovcloud-identity.fr", "login.sovcloud-identity.fr", "graph.svc.sovcloud.fr", "EU", ""),

	DELOS(Trait.DELOS_CLOUD, "sovcloud-identity.de", "login.sovcloud-identity.de", "graph.svc.sovcloud.de", "EU", "");

	private final Trait trait;

	private final String instance;

	private final String signIn;

	private final String graph;

	private final String region;

	private final String level;

	Played(Trait trait, String instance, String signIn, String graph, String region, String level) {
		this.trait = trait;
		this.instance = instance;
		this.signIn = signIn;
		this.graph = graph;
		this.region = region;
		this.level = level;
	}

	static Played of(Traits traits) {
		return Arrays.stream(values())
			.filter((cloud) -> cloud.trait != null && traits.has(cloud.trait))
			.findFirst()
			.orElse(GLOBAL);
	}

	String instance() {
		return this.instance;
	}

	/** Host of the sign-in. */
	String signIn() {
		return this.signIn;
	}

	/** Host of Microsoft Graph. */
	String graph() {
		return this.graph;
	}

	String region() {
		return this.region;
	}

	String level() {
		return this.level;
	}

}

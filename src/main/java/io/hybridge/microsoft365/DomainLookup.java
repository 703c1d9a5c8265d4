package io.hybridge.microsoft365;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.hybridge.organization.DomainName;
import io.hybridge.remote.RemoteFailure;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Asks a cloud, without signing in, which tenant answers for a domain. */
@Component
class DomainLookup {

	private static final String SUBJECT = "Microsoft 365";

	private final CloudLines lines;

	private final Patience patience;

	private final Clock clock;

	DomainLookup(CloudLines lines, Patience patience, Clock clock) {
		this.lines = lines;
		this.patience = patience;
		this.clock = clock;
	}

	TenantDiscovery find(Cloud cloud, DomainName domain) {
		CloudLine line = this.lines.to(cloud);
		RemoteAnswer answer = ask(line, configuration(cloud, domain));
		if (answer.status() == 400 && answer.json()) {
			return new TenantDiscovery.NotFound(errorNumber(answer), answer.evidence());
		}
		if (!answer.successful()) {
			throw Refusal.ofRead(SUBJECT, answer, this.clock.instant());
		}
		return found(line, domain, answer);
	}

	private TenantDiscovery found(CloudLine line, DomainName domain, RemoteAnswer answer) {
		Wire.OpenIdConfiguration told = answer.json() ? Wire.read(answer.body(), Wire.OpenIdConfiguration.class) : null;
		String tenantId = Optional.ofNullable(told)
			.flatMap((configuration) -> tenantOf(configuration.issuer()))
			.orElseThrow(() -> Refusal.unreadable(SUBJECT, answer, false));
		RemoteAnswer realm = realm(line, domain);
		String accountType = (realm != null) ? accountType(realm) : "";
		return new TenantDiscovery.Found(tenantId, Wire.orEmpty(told.region()), accountType,
				answer.evidence() + ((realm != null) ? "\n\n" + realm.evidence() : ""));
	}

	/** Only tells managed from federated, so its failure is not one of the look-up. */
	private RemoteAnswer realm(CloudLine line, DomainName domain) {
		try {
			return line.get(SUBJECT, userRealm(line.cloud(), domain), null);
		}
		catch (RemoteFailure ex) {
			return null;
		}
	}

	private RemoteAnswer ask(CloudLine line, URI uri) {
		return this.patience.answer(() -> line.get(SUBJECT, uri, null));
	}

	// The domain is one segment of the path: it can neither leave it nor name another
	// host.
	private static URI configuration(Cloud cloud, DomainName domain) {
		return UriComponentsBuilder.fromUri(cloud.signIn())
			.pathSegment("{domain}", "v2.0", ".well-known", "openid-configuration")
			.encode()
			.buildAndExpand(domain.value())
			.toUri();
	}

	private static URI userRealm(Cloud cloud, DomainName domain) {
		return UriComponentsBuilder.fromUri(cloud.signIn())
			.pathSegment("common", "userrealm", "{user}")
			.queryParam("api-version", "1.0")
			.encode()
			.buildAndExpand("nn@" + domain.value())
			.toUri();
	}

	private static int errorNumber(RemoteAnswer answer) {
		Wire.SignInError error = Wire.read(answer.body(), Wire.SignInError.class);
		List<Integer> codes = (error != null) ? Wire.orNone(error.codes()) : List.of();
		if (codes.isEmpty()) {
			throw Refusal.unreadable(SUBJECT, answer, false);
		}
		return codes.getFirst();
	}

	private static String accountType(RemoteAnswer realm) {
		Wire.UserRealm told = (realm.successful() && realm.json()) ? Wire.read(realm.body(), Wire.UserRealm.class)
				: null;
		String type = (told != null) ? Wire.orEmpty(told.accountType()) : "";
		return type.equals("Managed") || type.equals("Federated") ? type : "";
	}

	private static Optional<String> tenantOf(String issuer) {
		try {
			String[] path = URI.create(Wire.orEmpty(issuer)).getPath().split("/");
			return (path.length > 1) ? Optional.of(UUID.fromString(path[1]).toString()) : Optional.empty();
		}
		catch (IllegalArgumentException | NullPointerException ex) {
			return Optional.empty();
		}
	}

}

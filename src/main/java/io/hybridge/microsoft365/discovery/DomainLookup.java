package io.hybridge.microsoft365.discovery;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import io.hybridge.microsoft365.Cloud;
import io.hybridge.microsoft365.TenantDiscovery;
import io.hybridge.microsoft365.http.CloudHttpClient;
import io.hybridge.microsoft365.http.CloudHttpClients;
import io.hybridge.microsoft365.http.GraphErrorMapper;
import io.hybridge.microsoft365.http.GraphJson;
import io.hybridge.microsoft365.http.ReadRetry;
import io.hybridge.microsoft365.http.RemoteAnswer;
import io.hybridge.organization.DomainName;
import io.hybridge.remote.RemoteFailure;

/** Asks a cloud, without signing in, which tenant answers for a domain. */
@Component
public class DomainLookup {

	private static final String SUBJECT = "Microsoft 365";

	private final CloudHttpClients lines;

	private final ReadRetry patience;

	private final Clock clock;

	DomainLookup(CloudHttpClients lines, ReadRetry patience, Clock clock) {
		this.lines = lines;
		this.patience = patience;
		this.clock = clock;
	}

	public TenantDiscovery find(Cloud cloud, DomainName domain) {
		CloudHttpClient line = this.lines.to(cloud);
		RemoteAnswer answer = ask(line, configuration(cloud, domain));
		if (answer.status() == 400 && answer.json()) {
			return new TenantDiscovery.NotFound(errorNumber(answer), answer.evidence());
		}
		if (!answer.successful()) {
			throw GraphErrorMapper.ofRead(SUBJECT, answer, this.clock.instant());
		}
		return found(line, domain, answer);
	}

	private TenantDiscovery found(CloudHttpClient line, DomainName domain, RemoteAnswer answer) {
		GraphJson.OpenIdConfiguration told = answer.json()
				? GraphJson.read(answer.body(), GraphJson.OpenIdConfiguration.class) : null;
		String tenantId = Optional.ofNullable(told)
			.flatMap((configuration) -> tenantOf(configuration.issuer()))
			.orElseThrow(() -> GraphErrorMapper.unreadable(SUBJECT, answer, false));
		RemoteAnswer realm = realm(line, domain);
		String accountType = (realm != null) ? accountType(realm) : "";
		return new TenantDiscovery.Found(tenantId, GraphJson.orEmpty(told.region()), accountType,
				answer.evidence() + ((realm != null) ? "\n\n" + realm.evidence() : ""));
	}

	/** Only tells managed from federated, so its failure is not one of the look-up. */
	private RemoteAnswer realm(CloudHttpClient line, DomainName domain) {
		try {
			return line.get(SUBJECT, userRealm(line.cloud(), domain), null);
		}
		catch (RemoteFailure ex) {
			return null;
		}
	}

	private RemoteAnswer ask(CloudHttpClient line, URI uri) {
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
		GraphJson.SignInError error = GraphJson.read(answer.body(), GraphJson.SignInError.class);
		List<Integer> codes = (error != null) ? GraphJson.orNone(error.codes()) : List.of();
		if (codes.isEmpty()) {
			throw GraphErrorMapper.unreadable(SUBJECT, answer, false);
		}
		return codes.getFirst();
	}

	private static String accountType(RemoteAnswer realm) {
		GraphJson.UserRealm told = (realm.successful() && realm.json())
				? GraphJson.read(realm.body(), GraphJson.UserRealm.class) : null;
		String type = (told != null) ? GraphJson.orEmpty(told.accountType()) : "";
		return type.equals("Managed") || type.equals("Federated") ? type : "";
	}

	private static Optional<String> tenantOf(String issuer) {
		try {
			String[] path = URI.create(GraphJson.orEmpty(issuer)).getPath().split("/");
			return (path.length > 1) ? Optional.of(UUID.fromString(path[1]).toString()) : Optional.empty();
		}
		catch (IllegalArgumentException | NullPointerException ex) {
			return Optional.empty();
		}
	}

}

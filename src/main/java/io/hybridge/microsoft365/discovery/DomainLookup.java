package io.hybridge.microsoft365.discovery;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

import io.hybridge.microsoft365.Cloud;
import io.hybridge.microsoft365.KnownCloud;
import io.hybridge.microsoft365.TenantDiscovery;
import io.hybridge.microsoft365.http.CloudHttpClient;
import io.hybridge.microsoft365.http.CloudHttpClients;
import io.hybridge.microsoft365.http.GraphErrorMapper;
import io.hybridge.microsoft365.http.GraphJson;
import io.hybridge.microsoft365.http.ReadRetry;
import io.hybridge.microsoft365.http.RemoteAnswer;
import io.hybridge.organization.DomainName;

/** Asks a cloud, without signing in, which tenant answers for a domain. */
@Component
public class DomainLookup {

	private static final String SUBJECT = "Microsoft 365";

	private static final int UNKNOWN_TENANT = 90002;

	private final CloudHttpClients clients;

	private final ReadRetry retry;

	private final Clock clock;

	DomainLookup(CloudHttpClients clients, ReadRetry retry, Clock clock) {
		this.clients = clients;
		this.retry = retry;
		this.clock = clock;
	}

	public TenantDiscovery find(Cloud cloud, DomainName domain) {
		CloudHttpClient client = this.clients.to(cloud);
		URI address = configuration(cloud, domain);
		RemoteAnswer answer = this.retry.answer(() -> client.get(SUBJECT, address, null));
		if (answer.status() == 400 && answer.json()) {
			return missing(answer);
		}
		if (!answer.successful()) {
			throw GraphErrorMapper.ofRead(SUBJECT, answer, this.clock.instant());
		}
		return found(cloud, answer);
	}

	private static TenantDiscovery found(Cloud cloud, RemoteAnswer answer) {
		GraphJson.OpenIdConfiguration known = answer.json()
				? GraphJson.read(answer.body(), GraphJson.OpenIdConfiguration.class) : null;
		if (known == null) {
			throw GraphErrorMapper.unreadable(SUBJECT, answer, false);
		}
		String tenantId = tenantOf(known.issuer())
			.orElseThrow(() -> GraphErrorMapper.unreadable(SUBJECT, answer, false));
		Optional<KnownCloud> recognized = KnownCloud.of(known.names());
		return recognized.equals(Optional.of(cloud.known())) ? new TenantDiscovery.Found(tenantId, answer.evidence())
				: new TenantDiscovery.OtherCloud(recognized, known.names().instance(), answer.evidence());
	}

	private static TenantDiscovery missing(RemoteAnswer answer) {
		List<Integer> codes = errorNumbers(answer);
		return codes.contains(UNKNOWN_TENANT) ? new TenantDiscovery.NotFound(UNKNOWN_TENANT, answer.evidence())
				: new TenantDiscovery.Refused(codes.getFirst(), answer.evidence());
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

	private static List<Integer> errorNumbers(RemoteAnswer answer) {
		GraphJson.SignInError error = GraphJson.read(answer.body(), GraphJson.SignInError.class);
		List<Integer> codes = (error != null) ? GraphJson.orNone(error.codes()) : List.of();
		if (codes.isEmpty()) {
			throw GraphErrorMapper.unreadable(SUBJECT, answer, false);
		}
		return codes;
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

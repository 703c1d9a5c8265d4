package io.hybridge.microsoft365.unattended;

import java.net.MalformedURLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import org.springframework.stereotype.Component;

import io.hybridge.microsoft365.Cloud;
import io.hybridge.microsoft365.Microsoft365Settings;
import io.hybridge.microsoft365.OwnApplications;
import io.hybridge.microsoft365.TenantDiscovery;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.microsoft365.UnattendedReading;
import io.hybridge.microsoft365.discovery.DomainLookup;
import io.hybridge.microsoft365.http.AccessToken;
import io.hybridge.microsoft365.http.MsalHttpClient;
import io.hybridge.microsoft365.signin.msal.SignInErrorMapper;
import io.hybridge.organization.Environment;
import io.hybridge.organization.Organization;
import io.hybridge.remote.KeyFolder;
import io.hybridge.remote.RemoteFailure;

/**
 * Gives the tokens of an application that proves itself by its certificate. They live in
 * memory alone, and whoever gets one may read with it and nothing else.
 */
@Component
public class ApplicationTokens {

	private static final String KEY_UNKNOWN = "microsoft365.application-key-unknown";

	private final Map<Client, ConfidentialClientApplication> clients = new ConcurrentHashMap<>();

	private final UnattendedReading allowed;

	private final Microsoft365Settings settings;

	private final KeyFolder keys;

	private final OwnApplications applications;

	private final DomainLookup lookup;

	ApplicationTokens(UnattendedReading allowed, Microsoft365Settings settings, KeyFolder keys,
			OwnApplications applications, DomainLookup lookup) {
		this.allowed = allowed;
		this.settings = settings;
		this.keys = keys;
		this.applications = applications;
		this.lookup = lookup;
	}

	/**
	 * A token of the organization's own application.
	 * @return empty where it is not allowed, or the organization has no application
	 * @throws RemoteFailure where there is no token
	 */
	public Optional<ReadingToken> find(Organization organization, Cloud cloud) {
		boolean own = organization.environment() == Environment.LAB
				|| this.applications.clientId(organization.id()).isPresent();
		return (this.allowed.allowed() && own) ? Optional.of(ask(cloud, tenant(organization, cloud)))
				: Optional.empty();
	}

	private String tenant(Organization organization, Cloud cloud) {
		return switch (this.lookup.find(cloud, organization.domain())) {
			case TenantDiscovery.Found found -> found.tenantId();
			case TenantDiscovery.NotFound missing -> throw refused("microsoft365.unknown-domain", missing.evidence());
			case TenantDiscovery.Refused refused -> throw refused("microsoft365.lookup-refused", refused.evidence());
			case TenantDiscovery.OtherCloud other -> throw refused("microsoft365.other-cloud", other.evidence());
		};
	}

	private static RemoteFailure refused(String code, String evidence) {
		return RemoteFailure.withoutEffect(SignInErrorMapper.SUBJECT, code, evidence);
	}

	private ReadingToken ask(Cloud cloud, String tenantId) {
		ReadingKey key = ReadingKey.in(this.keys, this.allowed);
		TenantReading.Application application = new TenantReading.Application(cloud.clientId(),
				key.certificate().thumbprint().value());
		ConfidentialClientApplication client = this.clients
			.computeIfAbsent(new Client(cloud, tenantId, key.certificate().sha256()), (wanted) -> open(wanted, key));
		return new ReadingToken(new AccessToken(token(cloud, client), tenantId, ""), application);
	}

	private ConfidentialClientApplication open(Client wanted, ReadingKey key) {
		Cloud cloud = wanted.cloud();
		try {
			return ConfidentialClientApplication.builder(cloud.clientId(), key.credential())
				.authority(cloud.signIn() + "/" + wanted.tenantId() + "/")
				.instanceDiscovery(cloud.instanceDiscovery())
				// What counts is what was uploaded, by its hash.
				.sendX5c(false)
				.httpClient(MsalHttpClient.to(cloud, this.settings))
				.logPii(false)
				.build();
		}
		catch (MalformedURLException ex) {
			throw new IllegalArgumentException("The cloud " + cloud.known() + " has no usable sign-in address", ex);
		}
	}

	/** MSAL answers from its memory while its token is good. */
	private String token(Cloud cloud, ConfidentialClientApplication client) {
		String scope = cloud.known().getGraph() + "/.default";
		try {
			return client.acquireToken(ClientCredentialParameters.builder(Set.of(scope)).build())
				.get(this.settings.connectTimeout().plus(this.settings.readTimeout()).multipliedBy(2).toMillis(),
						TimeUnit.MILLISECONDS)
				.accessToken();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw SignInErrorMapper.explain(cloud.signIn(), new TimeoutException());
		}
		catch (ExecutionException | TimeoutException ex) {
			throw ended(SignInErrorMapper.explain(cloud.signIn(), ex));
		}
	}

	/**
	 * Microsoft has one number for a key that it does not know and for one that ended.
	 */
	private static RemoteFailure ended(RemoteFailure failure) {
		return (failure.code().equals(KEY_UNKNOWN) && failure.evidence().contains("key used is expired"))
				? refused("microsoft365.application-key-ended", failure.evidence()) : failure;
	}

	/** Another key, tenant or application is another client, without tokens at first. */
	private record Client(Cloud cloud, String tenantId, String certificate) {
	}

	/**
	 * A token for reading.
	 *
	 * @param token not to be written with
	 * @param application whose it is
	 */
	public record ReadingToken(AccessToken token, TenantReading.Application application) {
	}

}

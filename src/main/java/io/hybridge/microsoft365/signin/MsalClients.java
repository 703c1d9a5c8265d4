package io.hybridge.microsoft365.signin;

import java.net.MalformedURLException;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.annotation.PreDestroy;

import com.microsoft.aad.msal4j.ITokenCacheAccessAspect;
import com.microsoft.aad.msal4j.PublicClientApplication;
import org.springframework.stereotype.Component;

import io.hybridge.microsoft365.Cloud;
import io.hybridge.microsoft365.Microsoft365Settings;
import io.hybridge.microsoft365.http.CloudHttpClients;

/** Makes Microsoft's own sign-in library ready for one tenant. */
@Component
class MsalClients {

	/** What the console may do in the administrator's name. */
	static final Set<String> SCOPES = Set.of("Application.ReadWrite.All", "Directory.Read.All", "Domain.Read.All",
			"Organization.Read.All", "User.Read");

	// MSAL sleeps on a thread while a person types the code; it must not be one of the
	// few shared ones.
	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final Microsoft365Settings settings;

	MsalClients(Microsoft365Settings settings) {
		this.settings = settings;
	}

	PublicClientApplication open(Cloud cloud, String tenantId, ITokenCacheAccessAspect cache) {
		try {
			return PublicClientApplication.builder(cloud.clientId())
				.authority(cloud.signIn() + "/" + tenantId + "/")
				.instanceDiscovery(cloud.instanceDiscovery())
				.sslSocketFactory(CloudHttpClients.trust(cloud).context().getSocketFactory())
				.connectTimeoutForDefaultHttpClient(Math.toIntExact(this.settings.connectTimeout().toMillis()))
				.readTimeoutForDefaultHttpClient(Math.toIntExact(this.settings.readTimeout().toMillis()))
				.executorService(this.threads)
				.logPii(false)
				.setTokenCacheAccessAspect(cache)
				.build();
		}
		catch (MalformedURLException ex) {
			throw new IllegalArgumentException("The cloud " + cloud.name() + " has no usable sign-in address", ex);
		}
	}

	@PreDestroy
	void close() {
		this.threads.shutdownNow();
	}

}

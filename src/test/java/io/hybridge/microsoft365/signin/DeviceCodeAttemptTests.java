package io.hybridge.microsoft365.signin;

import java.net.MalformedURLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

import com.microsoft.aad.msal4j.ITokenCacheAccessAspect;
import com.microsoft.aad.msal4j.PublicClientApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import io.hybridge.audit.AuditActor;
import io.hybridge.microsoft365.KnownCloud;
import io.hybridge.microsoft365.LoopbackCloud;
import io.hybridge.microsoft365.LoopbackSignIn;
import io.hybridge.microsoft365.LoopbackTenant;
import io.hybridge.microsoft365.TestSettings;
import io.hybridge.microsoft365.http.CloudHttpClients;
import io.hybridge.microsoft365.signin.SignIns.Attempt;
import io.hybridge.microsoft365.signin.msal.IdToken;
import io.hybridge.organization.OrganizationId;
import io.hybridge.support.MutableClock;
import io.hybridge.support.Waiting;

import static org.assertj.core.api.Assertions.assertThat;

/** MSAL4J works on one thread while its caller is still on the way back from it. */
class DeviceCodeAttemptTests {

	private final LoopbackCloud cloud = new LoopbackCloud();

	private final LoopbackSignIn service = new LoopbackSignIn(this.cloud);

	private final StoredSignIns stored = Mockito.mock(StoredSignIns.class);

	@AfterEach
	void close() {
		this.cloud.close();
	}

	@Test
	void survivesAnExecutorThatIsFasterThanItsCaller() {
		DeviceCodeAttempt attempt = new DeviceCodeAttempt(
				new SignInRecord(AuditActor.person(7, "Petra Kern", null), new OrganizationId(1), "Fabrikam",
						"fabrikam.com", LoopbackTenant.ID, "", KnownCloud.GLOBAL, "pair", ""),
				"session", (cache) -> client(cache, new FasterThanItsCaller()),
				(result) -> new IdToken(LoopbackTenant.ID, "", "o", "admin@fabrikam.com", "", "c"), this.stored,
				this.cloud.address(), TestSettings.quick(), new MutableClock());
		assertThat(attempt.begin()).isInstanceOf(Attempt.Waiting.class);
		Mockito.when(this.stored.keep(Mockito.any(), Mockito.any(), Mockito.any(), Mockito.any()))
			.thenReturn(Optional.empty());
		this.service.token = () -> LoopbackSignIn.granted(LoopbackTenant.ID, 3600);
		assertThat(Waiting.await()
			.until(attempt::state, (state) -> state.filter(Attempt.Waiting.class::isInstance).isEmpty()))
			.as("ended with a token that is kept")
			.isEmpty();
	}

	private PublicClientApplication client(ITokenCacheAccessAspect cache, ExecutorService threads) {
		try {
			return PublicClientApplication.builder(this.cloud.cloud().clientId())
				.authority(this.cloud.address() + "/" + LoopbackTenant.ID + "/")
				.instanceDiscovery(false)
				.sslSocketFactory(CloudHttpClients.trust(this.cloud.cloud()).context().getSocketFactory())
				.executorService(threads)
				.setTokenCacheAccessAspect(cache)
				.build();
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Gives every task a head start of two seconds, or until it has ended. */
	private static final class FasterThanItsCaller extends AbstractExecutorService {

		@Override
		public void execute(Runnable task) {
			Thread thread = Thread.ofVirtual().start(task);
			try {
				thread.join(2_000);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		@Override
		public void shutdown() {
		}

		@Override
		public List<Runnable> shutdownNow() {
			return List.of();
		}

		@Override
		public boolean isShutdown() {
			return false;
		}

		@Override
		public boolean isTerminated() {
			return false;
		}

		@Override
		public boolean awaitTermination(long timeout, TimeUnit unit) {
			return true;
		}

	}

}

package io.hybridge.microsoft365.signin;

import java.net.MalformedURLException;
import java.util.Optional;
import java.util.concurrent.CompletionException;

import com.microsoft.aad.msal4j.IAccount;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.SilentParameters;
import org.springframework.stereotype.Component;

import io.hybridge.audit.AuditActor;
import io.hybridge.microsoft365.Cloud;
import io.hybridge.microsoft365.Clouds;
import io.hybridge.microsoft365.Permissions;
import io.hybridge.microsoft365.TenantIdentity;
import io.hybridge.microsoft365.http.AccessToken;
import io.hybridge.microsoft365.signin.msal.MsalClients;
import io.hybridge.microsoft365.signin.msal.SignInErrorMapper;
import io.hybridge.microsoft365.signin.msal.TokenCache;
import io.hybridge.organization.OrganizationId;
import io.hybridge.organization.Organizations;

/** Takes tokens out of the stored cache, and lets MSAL refresh them without a person. */
@Component
class MsalTokens implements TenantTokens {

	private final Organizations organizations;

	private final Clouds clouds;

	private final MsalClients clients;

	private final StoredSignIns stored;

	MsalTokens(Organizations organizations, Clouds clouds, MsalClients clients, StoredSignIns stored) {
		this.organizations = organizations;
		this.clouds = clouds;
		this.clients = clients;
		this.stored = stored;
	}

	@Override
	public Optional<AccessToken> find(OrganizationId organization, AuditActor person) {
		return this.stored.find(Holder.of(organization, person)).flatMap(this::find);
	}

	@Override
	public void challenged(OrganizationId organization, AuditActor person, String claims) {
		this.stored.challenge(Holder.of(organization, person), claims);
	}

	@Override
	public Optional<TenantIdentity> identity(OrganizationId organization, AuditActor person) {
		return this.stored.find(Holder.of(organization, person)).map(TenantSignIn::identity);
	}

	private Optional<AccessToken> find(TenantSignIn signIn) {
		Holder holder = signIn.holder();
		Cloud cloud = this.clouds.require(this.organizations.require(signIn.organization()));
		if (!signIn.isOf(cloud.clientId())) {
			this.stored.forget(holder);
			return Optional.empty();
		}
		PublicClientApplication client = this.clients.open(cloud, signIn.tenantId(),
				new TokenCache(() -> this.stored.cache(holder), (cache) -> this.stored.refresh(holder, cache)));
		try {
			return client.getAccounts()
				.join()
				.stream()
				.findFirst()
				.map((account) -> silently(client, account))
				.map((result) -> new AccessToken(result.accessToken(), signIn.tenantId(), signIn.userName()));
		}
		catch (CompletionException ex) {
			if (SignInErrorMapper.needsPerson(ex)) {
				this.stored.forget(holder);
				return Optional.empty();
			}
			throw SignInErrorMapper.explain(cloud.signIn(), ex);
		}
	}

	private static IAuthenticationResult silently(PublicClientApplication client, IAccount account) {
		try {
			// Without the address MSAL refreshes at the account's host and forgets the
			// port.
			return client
				.acquireTokenSilently(
						SilentParameters.builder(Permissions.SCOPES, account).authorityUrl(client.authority()).build())
				.join();
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}

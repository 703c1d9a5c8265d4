package io.hybridge.lab.tenant;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import io.hybridge.certificate.Certificate;
import io.hybridge.lab.LabAccounts;
import io.hybridge.lab.LabContext;
import io.hybridge.lab.phone.LabPhone;
import io.hybridge.lab.tenant.graph.Graph;
import io.hybridge.lab.tenant.http.Route;
import io.hybridge.lab.tenant.http.TenantServer;
import io.hybridge.lab.tenant.push.PushEndpoint;
import io.hybridge.lab.tenant.signin.DeviceCodes;
import io.hybridge.lab.tenant.signin.Discovery;
import io.hybridge.lab.tenant.signin.SignInPage;
import io.hybridge.lab.tenant.signin.UserTokens;
import io.hybridge.lab.tenant.state.FabrikamTenant;
import io.hybridge.lab.tenant.state.RegisteredKeys;
import io.hybridge.lab.tenant.state.TenantState;
import io.hybridge.lab.tenant.state.TenantStore;
import io.hybridge.lab.tenant.token.AuthMetadata;
import io.hybridge.lab.tenant.token.ServerTokens;
import io.hybridge.lab.tenant.token.TokenKey;

/**
 * A Microsoft 365 tenant of the lab's world. Its state is what the ledger says; it knows
 * nothing of the Exchange organization but the keys that were registered.
 */
public final class LabTenant implements AutoCloseable {

	private static final String[] NAMES = { "localhost", "127.0.0.1", "login.microsoftonline.com",
			"login.microsoftonline.us", "graph.microsoft.com", "accounts.accesscontrol.windows.net",
			"outlook.office365.com" };

	private final LabContext context;

	private final LabAccounts accounts;

	private final TenantStore tenant;

	private final TenantServer server;

	private final SignInPage page;

	private LabTenant(LabContext context, LabAccounts accounts, LabPhone phone, int port, int pagePort)
			throws IOException {
		this.context = context;
		this.accounts = accounts;
		this.tenant = new TenantStore(context.ledger());
		TokenKey key = TokenKey.in(context.folder(), context.clock());
		UserTokens tokens = new UserTokens(this.tenant, key, context.traits());
		DeviceCodes codes = new DeviceCodes(this.tenant, tokens, this::signInPage, context);
		this.server = new TenantServer(context, port, NAMES);
		try {
			this.page = new SignInPage(codes, this.tenant, accounts, pagePort);
		}
		catch (IOException ex) {
			this.server.close();
			throw ex;
		}
		List<Route> routes = new ArrayList<>();
		routes.addAll(new Discovery(this.tenant, this::address, context).routes());
		routes.addAll(new AuthMetadata(this.tenant, key, context.clock()).routes());
		routes.addAll(new ServerTokens(this.tenant, key, context).routes());
		routes.addAll(codes.routes());
		routes.addAll(new Graph(this.tenant, tokens, context).routes());
		routes.addAll(new PushEndpoint(this.tenant, key, phone, context).routes());
		if (this.tenant.state() == null) {
			reset("Fabrikam", RegisteredKeys.NONE, null);
		}
		this.server.start(List.copyOf(routes));
		this.page.start();
	}

	/**
	 * Opens the tenant on loopback.
	 * @param context of the lab
	 * @param accounts who can sign in
	 * @param phone where accepted notifications show
	 * @param port of HTTPS, or 0 for any
	 * @param pagePort of the page where codes are entered, or 0 for any
	 * @return the tenant, answering
	 * @throws IOException when a port is in use
	 */
	public static LabTenant open(LabContext context, LabAccounts accounts, LabPhone phone, int port, int pagePort)
			throws IOException {
		return new LabTenant(context, accounts, phone, port, pagePort);
	}

	/**
	 * Begins a scenario anew; the ledger was restarted before.
	 * @param scenario its name, for the ledger
	 * @param registered what the principal knows of the certificate
	 * @param current auth certificate of the Exchange organization, or null where nothing
	 * is registered
	 */
	public void reset(String scenario, RegisteredKeys registered, Certificate current) {
		this.tenant.create(FabrikamTenant.begin(this.accounts, registered, current, this.context.clock().instant()),
				scenario);
	}

	/**
	 * Where all of Microsoft's hosts are found in this world.
	 * @return for instance {@code https://127.0.0.1:9443}
	 */
	public URI address() {
		return URI.create("https://127.0.0.1:" + this.server.port());
	}

	/**
	 * Where a person enters a device code.
	 * @return for instance {@code http://127.0.0.1:9444/}
	 */
	public String signInPage() {
		return this.page.address();
	}

	/**
	 * The tenant in short, for people.
	 * @param certificate whose key is looked for among the principal's
	 * @return the summary
	 */
	public Summary summary(Certificate certificate) {
		TenantState state = this.tenant.state();
		return new Summary(state.displayName(), domains(state, true), domains(state, false), state.keys().size(),
				(int) state.keys().stream().filter((key) -> key.certificate().equals(certificate)).count());
	}

	private static List<String> domains(TenantState state, boolean verified) {
		return state.domains()
			.stream()
			.filter((domain) -> domain.verified() == verified)
			.map(TenantState.Domain::id)
			.toList();
	}

	public TenantState state() {
		return this.tenant.state();
	}

	/**
	 * The application that may sign people in.
	 * @return its client id
	 */
	public static String clientId() {
		return FabrikamTenant.CONSOLE;
	}

	@Override
	public void close() {
		this.server.close();
		this.page.close();
	}

	/**
	 * The tenant in short.
	 *
	 * @param displayName its name
	 * @param verified verified domains
	 * @param unverified the others
	 * @param keys how many keys the principal has
	 * @param matching how many of them are the key looked for
	 */
	public record Summary(String displayName, List<String> verified, List<String> unverified, int keys, int matching) {
	}

}

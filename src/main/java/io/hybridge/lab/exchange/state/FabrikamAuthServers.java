package io.hybridge.lab.exchange.state;

import java.util.List;

import io.hybridge.lab.exchange.state.OrganizationState.AuthServer;
import io.hybridge.lab.tenant.state.FabrikamTenant;

/**
 * The auth servers with which Fabrikam's scenarios begin, and as whom Exchange signs in
 * them.
 */
final class FabrikamAuthServers {

	private static final String ACS = "https://accounts.accesscontrol.windows.net/";

	private static final String BY_QUERY = ACS + "metadata/json/1/?realm=";

	private static final String BY_PATH = "/metadata/json/1";

	private static final String ISSUER = "00000001-0000-0000-c000-000000000000";

	private static final String UNKNOWN_TENANT = "5a1c1f6e-2d3b-4f0c-9c39-6f1a6f0d7b42";

	private static final String OTHER_TENANT = "7d9a2f40-3c55-4be1-8a0e-1f6f3a9d2c11";

	private static final String WIZARD = "1f0c7a52-90b4-4e1d-b6a8-3d5e2c8f4a07";

	private FabrikamAuthServers() {
	}

	static List<AuthServer> of(ExchangeScenario scenario) {
		AuthServer bySetup = evoSts("EvoSTS");
		return switch (scenario) {
			case AUTH_SERVER_OTHER_ADDRESS ->
				List.of(bySetup, acs("MicrosoftSts", BY_QUERY + "fabrikam-pilot.onmicrosoft.com", UNKNOWN_TENANT));
			case AUTH_SERVER_BY_WIZARD -> List.of(evoSts("EvoSts - " + WIZARD),
					acs("ACS - " + WIZARD, BY_QUERY + FabrikamExchange.DOMAIN, FabrikamTenant.ID));
			case AUTH_SERVER_BY_DOCUMENT ->
				List.of(bySetup, acs("WindowsAzureACS", ACS + "fabrikam.onmicrosoft.com" + BY_PATH, FabrikamTenant.ID));
			case AUTH_SERVER_BY_TENANT_ID ->
				List.of(bySetup, acs("MicrosoftSts", ACS + FabrikamTenant.ID + BY_PATH, FabrikamTenant.ID));
			case AUTH_SERVER_DISABLED -> List.of(bySetup,
					acs("MicrosoftSts", BY_QUERY + FabrikamExchange.DOMAIN, FabrikamTenant.ID).whichIs(false));
			case AUTH_SERVER_OTHER_TENANT ->
				List.of(bySetup, acs("MicrosoftSts", BY_QUERY + "contoso.onmicrosoft.com", OTHER_TENANT));
			default -> List.of(bySetup);
		};
	}

	static String serviceName(ExchangeScenario scenario) {
		return (scenario == ExchangeScenario.AUTH_CONFIGURATION_FOREIGN) ? "8c3f1b6e-7a52-4d09-9e4b-2f5d0c6a1e93"
				: FabrikamExchange.EXCHANGE;
	}

	static String realm(ExchangeScenario scenario) {
		return (scenario == ExchangeScenario.AUTH_CONFIGURATION_FOREIGN) ? "fabrikam.local" : "";
	}

	private static AuthServer evoSts(String name) {
		return new AuthServer(name, "AzureAD",
				"https://login.windows.net/common/federationmetadata/2007-06/federationmetadata.xml", "common",
				"https://sts.windows.net/{tenantid}/", "https://login.windows.net/common/oauth2/token", List.of(),
				true);
	}

	private static AuthServer acs(String name, String metadataUrl, String tenant) {
		return new AuthServer(name, "MicrosoftACS", metadataUrl, tenant, ISSUER, ACS + tenant + "/tokens/OAuth/2",
				List.of(), true);
	}

}

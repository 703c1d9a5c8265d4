package io.hybridge.lab.tenant.state;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.hybridge.certificate.Certificate;
import io.hybridge.lab.LabAccounts;
import io.hybridge.lab.tenant.state.TenantState.Domain;
import io.hybridge.lab.tenant.state.TenantState.Person;
import io.hybridge.lab.tenant.state.TenantState.Plan;
import io.hybridge.lab.tenant.state.TenantState.Principal;
import io.hybridge.lab.tenant.state.TenantState.Role;

/** The tenant of Fabrikam as the scenario begins. */
public final class FabrikamTenant {

	public static final String EXCHANGE_ONLINE = "00000002-0000-0ff1-ce00-000000000000";

	public static final String ID = id("tenant").toString();

	/** The application that signs administrators in, as the lab's tenant knows it. */
	public static final String CONSOLE = id("Hybridge").toString();

	private static final Role GLOBAL_ADMINISTRATOR = new Role("62e90394-69f5-4237-9190-012177145e10",
			"Global Administrator");

	private FabrikamTenant() {
	}

	public static TenantState begin(LabAccounts accounts, RegisteredKeys registered, Certificate current, Instant now) {
		List<TenantKey> keys = new ArrayList<>();
		keys.add(TenantKey.of(OtherVendorKey.make("CN=Contoso Archive Connector", now.minus(Duration.ofDays(200)),
				now.plus(Duration.ofDays(530))), "Contoso Archive Connector"));
		keys.add(TenantKey.of(OtherVendorKey.make("CN=Fabrikam Hybrid 2019", now.minus(Duration.ofDays(1900)),
				now.minus(Duration.ofDays(75))), "Fabrikam Hybrid 2019"));
		keys.addAll(registered.of(current, now));
		return new TenantState(ID, "Fabrikam",
				List.of(new Domain("fabrikam.com", true, false, true),
						new Domain("fabrikam.onmicrosoft.com", true, true, false),
						new Domain("fabrikam.net", false, false, false)),
				List.of(new Plan("exchange", "efb87545-963c-4e0d-99df-69c6916d9eb0", "Enabled"),
						new Plan("SharePoint", "5dbe027f-2339-4123-9542-606e4d348a72", "Enabled")),
				List.of(person(accounts.administrator(), "Fabrikam Administrator", List.of(GLOBAL_ADMINISTRATOR)),
						person(accounts.user(), "Fabrikam User", List.of())),
				new Principal(id("principal").toString(), EXCHANGE_ONLINE, "Office 365 Exchange Online"), keys);
	}

	private static Person person(LabAccounts.Account account, String name, List<Role> roles) {
		return new Person(id(account.name()).toString(), account.name(), name, roles);
	}

	/** Known in advance, so that a lab that was reset is the same tenant again. */
	private static UUID id(String name) {
		return UUID.nameUUIDFromBytes(("fabrikam/" + name).getBytes(StandardCharsets.UTF_8));
	}

}

package io.hybridge.run.change;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

import io.hybridge.exchange.ExchangeAnswer;
import io.hybridge.exchange.ExchangeChange;
import io.hybridge.exchange.ExchangeConnections;
import io.hybridge.exchange.bundle.Bundle;
import io.hybridge.exchange.bundle.Bundles;
import io.hybridge.microsoft365.Microsoft365;
import io.hybridge.microsoft365.Microsoft365Connections;
import io.hybridge.microsoft365.TenantAnswer;
import io.hybridge.microsoft365.TenantIdentity;
import io.hybridge.organization.OrganizationId;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.run.LeasedRun;
import io.hybridge.step.change.part.RemoteCall;

/** Carries one call to the side where it belongs, once. */
@Component
public class ChangeSender {

	private final ExchangeConnections exchanges;

	private final Microsoft365Connections tenants;

	private final Bundles bundles;

	private final Clearance clearance;

	ChangeSender(ExchangeConnections exchanges, Microsoft365Connections tenants, Bundles bundles, Clearance clearance) {
		this.exchanges = exchanges;
		this.tenants = tenants;
		this.bundles = bundles;
		this.clearance = clearance;
	}

	/**
	 * Sends a call, if the run may still do so.
	 * @param leased the run whose call it is
	 * @param call what is sent
	 * @return the answer, which is evidence and no proof
	 * @throws RemoteFailure when there is no answer
	 * @throws io.hybridge.run.Leases.LostLease when somebody else holds the organization;
	 * then nothing was sent
	 */
	public ChangeAnswer send(LeasedRun leased, RemoteCall call) {
		OrganizationId organization = leased.run().organization();
		this.clearance.give(leased);
		return switch (call) {
			case RemoteCall.OnExchange(ExchangeChange change) ->
				onPremises(this.exchanges.of(organization).apply(change));
			case RemoteCall.AddKey(var certificate, var longest) ->
				inTenant(tenant(leased).addKey(certificate, longest));
			case RemoteCall.RemoveKey(String sha256) -> inTenant(tenant(leased).removeKey(sha256));
			case RemoteCall.KeepOneKey(String sha256) -> inTenant(tenant(leased).keepOneKey(sha256));
		};
	}

	private Microsoft365 tenant(LeasedRun leased) {
		return this.tenants.of(leased.run().organization(), leased.run().actor())
			.asking(() -> this.clearance.give(leased));
	}

	/**
	 * As whom the person of a run makes changes in Microsoft 365.
	 * @return empty where that person is not signed in
	 */
	public Optional<TenantIdentity> identity(LeasedRun leased) {
		try {
			return this.tenants.of(leased.run().organization(), leased.run().actor()).identity();
		}
		catch (RemoteFailure failure) {
			// The call itself will tell.
			return Optional.empty();
		}
	}

	/**
	 * The bundle in which the newest change of a run was handed out.
	 * @param run its number
	 * @return empty where the change was sent by the console itself
	 */
	public Optional<Bundle> carried(long run) {
		return this.bundles.changingOf(run);
	}

	/**
	 * After what time Exchange's side is not at a call any more of which the console
	 * heard nothing.
	 * @return empty where nobody knows
	 */
	public Optional<Duration> endsAbandoned(OrganizationId organization) {
		return this.exchanges.endsAbandoned(organization);
	}

	private static ChangeAnswer onPremises(ExchangeAnswer answer) {
		return new ChangeAnswer(answer.server(), answer.fields(), "", answer.evidence());
	}

	private static ChangeAnswer inTenant(TenantAnswer answer) {
		return new ChangeAnswer("Microsoft Graph", List.of(), answer.requestId(), answer.request() + "\n"
				+ answer.status() + "  request-id " + answer.requestId() + "\n" + answer.evidence());
	}

}

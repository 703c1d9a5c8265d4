package io.hybridge.run.change;

import java.util.List;

import org.springframework.stereotype.Component;

import io.hybridge.certificate.Certificate;
import io.hybridge.exchange.ExchangeAnswer;
import io.hybridge.exchange.ExchangeChange;
import io.hybridge.exchange.ExchangeConnections;
import io.hybridge.microsoft365.Microsoft365Connections;
import io.hybridge.microsoft365.TenantAnswer;
import io.hybridge.organization.DomainName;
import io.hybridge.organization.OrganizationId;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.step.change.AddTenantKey;
import io.hybridge.step.change.AuthCertificateRef;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.CreateAuthCertificate;
import io.hybridge.step.change.DisablePushProxy;
import io.hybridge.step.change.EnablePushProxy;
import io.hybridge.step.change.RemoveAuthServer;
import io.hybridge.step.change.RemoveTenantKey;
import io.hybridge.step.change.SetAuthCertificate;
import io.hybridge.step.change.SetAuthServer;

/** Carries one change to the side where it belongs, once. */
@Component
public class ChangeSender {

	private final ExchangeConnections exchanges;

	private final Microsoft365Connections tenants;

	ChangeSender(ExchangeConnections exchanges, Microsoft365Connections tenants) {
		this.exchanges = exchanges;
		this.tenants = tenants;
	}

	/**
	 * Sends a change.
	 * @param organization whose
	 * @param change what
	 * @return the answer, which is evidence and no proof
	 * @throws RemoteFailure when there is no answer
	 */
	public Answer send(OrganizationId organization, Change change) {
		return switch (change) {
			case CreateAuthCertificate(String name, DomainName domain, String identifier) ->
				onPremises(organization, new ExchangeChange.CreateAuthCertificate(name, domain, identifier));
			case SetAuthCertificate(String former, AuthCertificateRef signer) -> onPremises(organization,
					new ExchangeChange.SetAuthCertificate(certificate(organization, signer).thumbprint()));
			case SetAuthServer(String name, String former, String wanted) ->
				onPremises(organization, new ExchangeChange.SetAuthServer(name, wanted));
			case RemoveAuthServer(String name, String url) ->
				onPremises(organization, new ExchangeChange.RemoveAuthServer(name, url));
			case EnablePushProxy(String former, DomainName domain) ->
				onPremises(organization, new ExchangeChange.EnablePushProxy(domain));
			case DisablePushProxy(DomainName domain) -> onPremises(organization, new ExchangeChange.DisablePushProxy());
			case AddTenantKey(AuthCertificateRef signer, List<String> others) ->
				inTenant(this.tenants.of(organization).addKey(certificate(organization, signer)));
			case RemoveTenantKey(String thumbprint, String sha256, List<String> others) ->
				inTenant(this.tenants.of(organization).removeKey(sha256));
		};
	}

	private Answer onPremises(OrganizationId organization, ExchangeChange change) {
		ExchangeAnswer answer = this.exchanges.of(organization).apply(change);
		return new Answer(answer.server(), answer.fields(), answer.evidence());
	}

	private static Answer inTenant(TenantAnswer answer) {
		return new Answer("Microsoft Graph", List.of(), answer.request() + "\n" + answer.status() + "  request-id "
				+ answer.requestId() + "\n" + answer.evidence());
	}

	private Certificate certificate(OrganizationId organization, AuthCertificateRef signer) {
		return switch (signer) {
			case AuthCertificateRef.Present present -> present.certificate();
			case AuthCertificateRef.ToBeMade made -> made.in(this.exchanges.of(organization).look())
				.orElseThrow(() -> RemoteFailure.withoutEffect("Exchange", "exchange.certificate-not-found",
						"subject key identifier " + made.subjectKeyIdentifier()));
		};
	}

	/**
	 * What a side answered.
	 *
	 * @param by who answered
	 * @param fields the cmdlet's record, may be empty
	 * @param evidence word for word
	 */
	public record Answer(String by, List<ExchangeAnswer.Field> fields, String evidence) {
	}

}

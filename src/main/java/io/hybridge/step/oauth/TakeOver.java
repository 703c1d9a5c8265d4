package io.hybridge.step.oauth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.hybridge.exchange.ExchangeService;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ExchangeServer;
import io.hybridge.exchange.ExchangeState.ServerReading;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.CreateAuthCertificate;
import io.hybridge.step.change.RecycleApplicationPool;
import io.hybridge.step.change.RestartServiceHost;
import io.hybridge.step.change.SetAuthCertificate;
import io.hybridge.step.examination.ExaminationBuilder;

/**
 * What makes another auth certificate take effect at once instead of within a day. Each
 * restart is offered, none is taken for granted; what does not run keeps no certificate.
 */
final class TakeOver {

	private static final List<ExchangeService> KEEP_THE_OLD_ONE = List.of(ExchangeService.SERVICE_HOST,
			ExchangeService.OWA_POOL, ExchangeService.ECP_POOL);

	private TakeOver() {
	}

	static void offer(ExchangeState exchange, ExaminationBuilder notes) {
		for (ExchangeServer server : exchange.servers()) {
			if (exchange.readings()
				.get(server.fqdn().toLowerCase(Locale.ROOT)) instanceof ServerReading.Answered here) {
				KEEP_THE_OLD_ONE.stream()
					.filter(here.starts()::containsKey)
					.map((service) -> again(server.fqdn(), service, here))
					.forEach(notes::plan);
			}
		}
		notes.bringsAbout("side-effect.certificate-takes-over");
	}

	/**
	 * The whole repair in commands to type on a server, as Microsoft documents it: for
	 * the day on which its remote shell does not start any more.
	 * @param repair what the plan would do, empty while nothing is decided
	 */
	static String byHand(List<Change> repair) {
		List<String> lines = new ArrayList<>();
		lines.add("Add-PSSnapin Microsoft.Exchange.Management.PowerShell.SnapIn");
		for (Change change : repair) {
			switch (change) {
				case CreateAuthCertificate made ->
					lines.add("$new = (New-ExchangeCertificate -KeySize 2048 -PrivateKeyExportable $true -SubjectName"
							+ " 'CN=Microsoft Exchange Server Auth Certificate' -FriendlyName '" + made.friendlyName()
							+ "' -DomainName '" + made.domainName().value() + "' -Services Federation).Thumbprint");
				case SetAuthCertificate set ->
					lines.add(stage(set.signer().thumbprintOrPlaceholder().replace("<Thumbprint>", "$new")));
				default -> {
				}
			}
		}
		if (repair.isEmpty()) {
			lines.add(stage("<Thumbprint>"));
		}
		lines.add("Set-AuthConfig -PublishCertificate -Force");
		lines.add("Set-AuthConfig -ClearPreviousCertificate -Force");
		lines.add("# on each server");
		KEEP_THE_OLD_ONE.forEach((service) -> lines
			.add(((service == ExchangeService.SERVICE_HOST) ? "Restart-Service " : "Restart-WebAppPool ")
					+ service.serviceName()));
		return String.join("\n", lines);
	}

	private static String stage(String thumbprint) {
		return "Set-AuthConfig -NewCertificateThumbprint " + thumbprint
				+ " -NewCertificateEffectiveDate (Get-Date).AddMinutes(1) -Force";
	}

	private static Change again(String server, ExchangeService service, ServerReading.Answered here) {
		return (service == ExchangeService.SERVICE_HOST) ? new RestartServiceHost(server, here.starts().get(service))
				: new RecycleApplicationPool(server, service, here.starts().get(service));
	}

}

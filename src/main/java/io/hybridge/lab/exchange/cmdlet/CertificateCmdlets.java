package io.hybridge.lab.exchange.cmdlet;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.hybridge.certificate.Certificate;
import io.hybridge.lab.Trait;
import io.hybridge.lab.certificate.X509;
import io.hybridge.lab.exchange.LabExchange;
import io.hybridge.lab.exchange.state.CertificateMaker;
import io.hybridge.lab.exchange.state.CertificateMaker.NewCertificate;
import io.hybridge.lab.exchange.state.ExchangeEffect;
import io.hybridge.lab.exchange.state.OrganizationState.Server;
import io.hybridge.lab.exchange.state.StoredCertificate;
import io.hybridge.lab.exchange.state.StoredCertificateText;

/** Cmdlets about the certificates in the servers' stores. */
final class CertificateCmdlets {

	private static final String TASKS = "Microsoft.Exchange.Management.SystemConfigurationTasks.";

	/** In the order in which Exchange writes them. */
	private static final List<String> SERVICES = List.of("None", "IMAP", "POP", "UM", "IIS", "SMTP", "Federation",
			"UMCallRouter");

	private static final Set<Integer> KEY_SIZES = Set.of(1024, 2048, 4096);

	private final ManagementShell shell;

	CertificateCmdlets(ManagementShell shell) {
		this.shell = shell;
	}

	void register(Map<String, Function<CmdletParameters, List<CmdletObject>>> cmdlets) {
		cmdlets.put("Get-ExchangeCertificate", this::getExchangeCertificate);
		cmdlets.put("New-ExchangeCertificate", this::newExchangeCertificate);
		cmdlets.put("Get-CertificateStore", this::getCertificateStore);
	}

	private List<CmdletObject> getExchangeCertificate(CmdletParameters parameters) {
		String command = TASKS + "GetExchangeCertificate";
		Server server = server(parameters, command);
		Instant now = this.shell.exchange().now();
		return parameters.text("Thumbprint")
			.map((thumbprint) -> List
				.of(server.certificate(thumbprint).orElseThrow(() -> notFound(command, server, thumbprint))))
			.orElseGet(() -> shown(server).certificates())
			.stream()
			.map((stored) -> shown(stored, now))
			.toList();
	}

	/** As a look shows it. */
	private Server shown(Server server) {
		LabExchange exchange = this.shell.exchange();
		return exchange.on(exchange.readBy(server.name())).server(server.fqdn()).orElse(server);
	}

	private List<CmdletObject> newExchangeCertificate(CmdletParameters parameters) {
		String command = TASKS + "NewExchangeCertificate";
		NewCertificate request = request(parameters, command);
		LabExchange exchange = this.shell.exchange();
		Instant begin = exchange.now().truncatedTo(ChronoUnit.SECONDS);
		StoredCertificate made = CertificateMaker.byCmdlet(request, begin,
				begin.atOffset(ZoneOffset.UTC).plusYears(5).toInstant());
		Server server = server(parameters, command);
		Map<String, String> values = LabExchange.values("server", server.fqdn(), "name", server.name(),
				"subjectKeyIdentifier", request.subjectKeyIdentifier());
		values.putAll(StoredCertificateText.write(made, ""));
		this.shell.writeFrom(server.fqdn(), ExchangeEffect.CertificateCreated, values);
		return List.of(shown(made, begin));
	}

	private NewCertificate request(CmdletParameters parameters, String command) {
		String friendlyName = parameters.text("FriendlyName").orElse("Microsoft Exchange");
		int keySize = Integer.parseInt(parameters.text("KeySize").orElse("2048"));
		String identifier = parameters.text("SubjectKeyIdentifier").orElse("").toLowerCase(Locale.ROOT);
		if (!KEY_SIZES.contains(keySize)) {
			throw invalid(command, "The key size " + keySize + " is not one of 1024, 2048 and 4096.", "KeySize");
		}
		if (friendlyName.length() >= 64) {
			throw invalid(command, "The friendly name is longer than 63 characters.", "FriendlyName");
		}
		if (!identifier.matches("([0-9a-f]{2}){0,20}")) {
			throw invalid(command, "The subject key identifier is not hexadecimal.", "SubjectKeyIdentifier");
		}
		List<String> domains = parameters.texts("DomainName");
		// Without Services the cmdlet enables SMTP, which asks to replace the transport's
		// certificate: an unattended call has to name the services.
		Set<String> services = services(parameters.texts("Services"), command);
		return new NewCertificate(friendlyName, domains.isEmpty() ? List.of(this.shell.localServer().fqdn()) : domains,
				services, keySize, parameters.flag("PrivateKeyExportable"), identifier);
	}

	private static Set<String> services(List<String> asked, String command) {
		for (String service : asked) {
			if (SERVICES.stream().noneMatch(service::equalsIgnoreCase)) {
				throw invalid(command, "The service '" + service + "' is unknown.", "Services");
			}
		}
		if (asked.isEmpty()) {
			return Set.of("SMTP");
		}
		Set<String> sorted = new LinkedHashSet<>();
		SERVICES.stream()
			.filter((service) -> !"None".equals(service) && asked.stream().anyMatch(service::equalsIgnoreCase))
			.forEach(sorted::add);
		return sorted;
	}

	/** What Windows says of the certificates on this server, asked past Exchange. */
	private List<CmdletObject> getCertificateStore(CmdletParameters parameters) {
		if (this.shell.exchange().has(Trait.CERTIFICATE_STORE_UNREADABLE)) {
			throw CmdletFailure.local(
					"System.Security.Cryptography.CryptographicException,Microsoft.PowerShell.Commands.GetChildItemCommand",
					"NotSpecified", "System.Security.Cryptography.CryptographicException", "Access is denied.", "My");
		}
		return this.shell.localServer()
			.certificates()
			.stream()
			.map((stored) -> CmdletObject.of("Thumbprint", stored.thumbprint(), "FriendlyName", stored.friendlyName(),
					"HasPrivateKey", !stored.privateKey().isEmpty(), "RawData", stored.certificate().der()))
			.toList();
	}

	/**
	 * Without Exchange's types remoting makes a certificate again from its bytes: it has
	 * no key attached and no name, and what Exchange added to it is lost.
	 */
	private CmdletObject shown(StoredCertificate stored, Instant now) {
		LabExchange exchange = this.shell.exchange();
		if (exchange.has(Trait.CERTIFICATES_AS_BYTES)) {
			return CmdletObject.of("RawData", stored.certificate().der());
		}
		if (exchange.has(Trait.CERTIFICATE_SERVICES_AS_NUMBER)) {
			return inFull(stored, now, servicesNumber(stored));
		}
		return exchange.has(Trait.CERTIFICATES_IN_FULL) ? inFull(stored, now, servicesText(stored)) : plain(stored);
	}

	private static CmdletObject plain(StoredCertificate stored) {
		Certificate certificate = stored.certificate();
		return CmdletObject.certificate("Archived", false, "FriendlyName", "", "HasPrivateKey", false, "Issuer",
				certificate.issuer(), "NotAfter", certificate.notAfter(), "NotBefore", certificate.notBefore(),
				"SerialNumber", serialNumber(certificate), "Subject", certificate.subject(), "Thumbprint",
				stored.thumbprint(), "Version", 3, "RawData", certificate.der());
	}

	private static CmdletObject inFull(StoredCertificate stored, Instant now, Object services) {
		Certificate certificate = stored.certificate();
		boolean selfSigned = certificate.subject().equals(certificate.issuer());
		return CmdletObject.of("CertificateDomains", CertificateMaker.domainsOf(certificate), "HasPrivateKey",
				!stored.privateKey().isEmpty(), "IsSelfSigned", selfSigned, "Issuer", certificate.issuer(), "NotAfter",
				certificate.notAfter(), "NotBefore", certificate.notBefore(), "PublicKeySize", certificate.rsaKeySize(),
				"RootCAType", selfSigned ? "None" : "Enterprise", "SerialNumber", serialNumber(certificate), "Services",
				services, "Status", certificate.validAt(now) ? "Valid" : "DateInvalid", "Subject",
				certificate.subject(), "Thumbprint", stored.thumbprint(), "FriendlyName", stored.friendlyName(),
				"RawData", certificate.der());
	}

	private static String serialNumber(Certificate certificate) {
		return X509.read(certificate.der()).getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
	}

	/** The enumeration's flags, in the order of its names. */
	private static int servicesNumber(StoredCertificate stored) {
		return stored.services().stream().mapToInt((service) -> 1 << (SERVICES.indexOf(service) - 1)).sum();
	}

	private static String servicesText(StoredCertificate stored) {
		return stored.services().isEmpty() ? "None" : String.join(", ", stored.services());
	}

	private Server server(CmdletParameters parameters, String command) {
		String identity = parameters.text("Server").orElse(this.shell.localServer().fqdn());
		return this.shell.server(identity, command);
	}

	static CmdletFailure notFound(String command, Server server, String thumbprint) {
		return CmdletFailure.of(
				command, "ReadError", "InvalidOperationException", "A special Rpc error occurs on server "
						+ server.name() + ": The certificate with thumbprint " + thumbprint + " was not found.",
				thumbprint);
	}

	private static CmdletFailure invalid(String command, String message, String parameter) {
		return CmdletFailure.of(command, "InvalidArgument", "ArgumentException", message, parameter);
	}

}

package io.hybridge.lab.exchange.cmdlet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.hybridge.certificate.Certificate;
import io.hybridge.exchange.ServerBuild;
import io.hybridge.lab.certificate.Keys;
import io.hybridge.lab.certificate.X509;
import io.hybridge.lab.exchange.LabExchange;
import io.hybridge.lab.exchange.state.ExchangeEffect;
import io.hybridge.lab.exchange.state.OrganizationState.Server;
import io.hybridge.lab.exchange.state.StoredCertificate;
import io.hybridge.lab.exchange.state.StoredCertificateText;

/** Cmdlets that carry a certificate with its key from one server to another. */
final class CertificateTransfer {

	private static final String TASKS = "Microsoft.Exchange.Management.SystemConfigurationTasks.";

	/** Since the update of October 2025 the auth certificate's key stays where it is. */
	private static final List<ServerBuild> FIRST_THAT_REFUSE = List.of(new ServerBuild(15, 1, 2507, 61),
			new ServerBuild(15, 2, 1544, 36), new ServerBuild(15, 2, 1748, 39), new ServerBuild(15, 2, 2562, 29));

	private final ManagementShell shell;

	CertificateTransfer(ManagementShell shell) {
		this.shell = shell;
	}

	void register(Map<String, Function<CmdletParameters, List<CmdletObject>>> cmdlets) {
		cmdlets.put("Export-ExchangeCertificate", this::exportExchangeCertificate);
		cmdlets.put("Import-ExchangeCertificate", this::importExchangeCertificate);
		cmdlets.put("Get-TransportService", this::getTransportService);
	}

	private List<CmdletObject> exportExchangeCertificate(CmdletParameters parameters) {
		String command = TASKS + "ExportExchangeCertificate";
		Server server = server(parameters, command);
		String thumbprint = parameters.text("Thumbprint").orElse("");
		StoredCertificate stored = server.certificate(thumbprint)
			.orElseThrow(() -> CertificateCmdlets.notFound(command, server, thumbprint));
		boolean signs = stored.thumbprint().equals(this.shell.state().auth().current());
		if (!stored.exportable() || (signs && (refuses(server) || refuses(this.shell.localServer())))) {
			throw refused(command, "The private key of the certificate with thumbprint " + thumbprint
					+ " can't be exported from server " + server.name() + ".", thumbprint);
		}
		try {
			return List.of(CmdletObject.of("FileData", pfx(stored, password(parameters)), "Identity", thumbprint,
					"IsValid", true, "ObjectState", "Unchanged"));
		}
		catch (GeneralSecurityException | IOException ex) {
			throw refused(command, ex.getMessage(), thumbprint);
		}
	}

	private static boolean refuses(Server server) {
		return FIRST_THAT_REFUSE.stream()
			.anyMatch((first) -> first.major() == server.build().major() && first.minor() == server.build().minor()
					&& first.build() == server.build().build() && first.compareTo(server.build()) <= 0);
	}

	private List<CmdletObject> importExchangeCertificate(CmdletParameters parameters) {
		String command = TASKS + "ImportExchangeCertificate";
		Server server = server(parameters, command);
		StoredCertificate carried;
		try {
			carried = carried(parameters);
		}
		catch (GeneralSecurityException | IOException ex) {
			throw refused(command, "The source data is corrupted or not in the correct format: " + ex.getMessage(),
					server.name());
		}
		LabExchange exchange = this.shell.exchange();
		synchronized (exchange) {
			if (server.certificate(carried.thumbprint()).isPresent()) {
				throw refused(command, "Cannot import certificate. A certificate with the thumbprint "
						+ carried.thumbprint() + " already exists.", server.name());
			}
			Map<String, String> values = LabExchange.values("server", server.fqdn(), "name", server.name());
			values.putAll(StoredCertificateText.write(carried, ""));
			exchange.change(ExchangeEffect.CertificateImported, values);
		}
		return List.of();
	}

	private List<CmdletObject> getTransportService(CmdletParameters parameters) {
		String command = TASKS + "GetTransportService";
		Server server = parameters.text("Identity")
			.map((identity) -> this.shell.server(identity, command))
			.orElseGet(this.shell::localServer);
		if (!server.holdsMailboxes()) {
			throw CmdletFailure.notFound(this.shell.readController(), command, server.name());
		}
		return List.of(CmdletObject.of("Name", server.name(), "InternalTransportCertificateThumbprint",
				server.transportCertificate(this.shell.state().scenario()), "Identity", server.name(),
				"OriginatingServer", this.shell.readController().fqdn(), "IsValid", true, "ObjectState", "Unchanged"));
	}

	private static byte[] pfx(StoredCertificate stored, char[] password) throws GeneralSecurityException, IOException {
		KeyStore pfx = KeyStore.getInstance("PKCS12");
		pfx.load(null, null);
		pfx.setKeyEntry("certificate", Keys.read("RSA", stored.privateKey()), password,
				new X509Certificate[] { X509.read(stored.certificate().der()) });
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		pfx.store(bytes, password);
		return bytes.toByteArray();
	}

	private static StoredCertificate carried(CmdletParameters parameters) throws GeneralSecurityException, IOException {
		char[] password = password(parameters);
		KeyStore pfx = KeyStore.getInstance("PKCS12");
		pfx.load(new ByteArrayInputStream(parameters.bytes("FileData")), password);
		String alias = pfx.aliases().nextElement();
		Certificate certificate = Certificate.of(pfx.getCertificate(alias).getEncoded());
		return new StoredCertificate(certificate, Keys.base64((PrivateKey) pfx.getKey(alias, password)),
				parameters.text("FriendlyName").orElse(""), Set.of(), parameters.flag("PrivateKeyExportable"));
	}

	private static char[] password(CmdletParameters parameters) {
		return parameters.text("Password").orElse("").toCharArray();
	}

	private Server server(CmdletParameters parameters, String command) {
		return this.shell.server(parameters.text("Server").orElse(this.shell.localServer().fqdn()), command);
	}

	private static CmdletFailure refused(String command, String message, String target) {
		return CmdletFailure.of(command, "InvalidOperation", "InvalidOperationException", message, target);
	}

}

package io.hybridge.lab.exchange.twin.part;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.hybridge.certificate.Certificate;
import io.hybridge.lab.exchange.cmdlet.CmdletFailure;
import io.hybridge.lab.exchange.cmdlet.CmdletObject;

/** What {@code part/Read-Certificate.ps1} does: whatever shape a certificate came in. */
public final class CertificateReading {

	private CertificateReading() {
	}

	public static List<?> all(ScriptExecution execution, String server) {
		Map<String, CmdletObject> store = store(execution);
		return execution.run("Get-ExchangeCertificate", "Server", server)
			.stream()
			.map((found) -> seen(execution, found, store.get(thumbprint(found))))
			.toList();
	}

	/** On this server: in its own store, or else where Exchange lists it. */
	public static Optional<CmdletObject> here(ScriptExecution execution, Map<String, CmdletObject> store,
			String thumbprint) {
		return Optional.ofNullable(store.get(thumbprint))
			.or(() -> find(execution, execution.argument("server"), thumbprint));
	}

	/** By thumbprint; empty, with a warning, when it cannot be read. */
	public static Map<String, CmdletObject> store(ScriptExecution execution) {
		Map<String, CmdletObject> store = new LinkedHashMap<>();
		try {
			execution.run("Get-CertificateStore").forEach((entry) -> store.put(entry.text("Thumbprint"), entry));
		}
		catch (CmdletFailure ex) {
			execution.warn("The certificate store could not be read: " + ex.getMessage());
		}
		return store;
	}

	/** Yes, no, or null when nobody here knows. */
	public static Boolean hasPrivateKey(CmdletObject found, CmdletObject entry) {
		if ("True".equals(found.text("HasPrivateKey"))) {
			return true;
		}
		if (entry != null) {
			return "True".equals(entry.text("HasPrivateKey"));
		}
		return inFull(found) ? false : null;
	}

	public static Certificate certificate(CmdletObject found) {
		return Certificate.of((byte[]) found.value("RawData"));
	}

	public static String thumbprint(CmdletObject found) {
		return certificate(found).thumbprint().value();
	}

	public static String rawData(CmdletObject found) {
		return Base64.getEncoder().encodeToString((byte[]) found.value("RawData"));
	}

	private static Map<String, Object> seen(ScriptExecution execution, CmdletObject found, CmdletObject entry) {
		String nameInStore = (entry != null) ? entry.text("FriendlyName") : null;
		return execution.data("rawData", rawData(found), "friendlyName",
				inFull(found) ? found.text("FriendlyName") : nameInStore, "services",
				inFull(found) ? found.text("Services") : null, "hasPrivateKey", hasPrivateKey(found, entry));
	}

	private static Optional<CmdletObject> find(ScriptExecution execution, String server, String thumbprint) {
		return execution.run("Get-ExchangeCertificate", "Server", server)
			.stream()
			.filter((found) -> thumbprint(found).equalsIgnoreCase(thumbprint))
			.findFirst();
	}

	private static boolean inFull(CmdletObject found) {
		return found.properties().containsKey("Services");
	}

}

package io.hybridge.lab.exchange.state;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import io.hybridge.certificate.Certificate;

/** How a certificate of a store is written into the ledger and read from it. */
public final class StoredCertificateText {

	private StoredCertificateText() {
	}

	public static Map<String, String> write(StoredCertificate stored, String prefix) {
		Map<String, String> values = new LinkedHashMap<>();
		values.put(prefix + "thumbprint", stored.thumbprint());
		values.put(prefix + "friendlyName", stored.friendlyName());
		values.put(prefix + "services", String.join(", ", stored.services()));
		values.put(prefix + "exportable", Boolean.toString(stored.exportable()));
		values.put(prefix + "rawData", stored.certificate().base64());
		values.put(prefix + "privateKey", stored.privateKey());
		return values;
	}

	static StoredCertificate read(Map<String, String> values, String prefix) {
		String services = values.get(prefix + "services");
		Set<String> all = services.isEmpty() ? Set.of() : new LinkedHashSet<>(Arrays.asList(services.split(", ")));
		return new StoredCertificate(Certificate.ofBase64(values.get(prefix + "rawData")),
				values.get(prefix + "privateKey"), values.get(prefix + "friendlyName"), all,
				Boolean.parseBoolean(values.get(prefix + "exportable")));
	}

}

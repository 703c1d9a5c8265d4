package io.hybridge.exchange.winrm.kerberos;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.stereotype.Component;

import io.hybridge.exchange.link.KerberosRealm;
import io.hybridge.security.secret.ConsoleFolder;
import io.hybridge.security.secret.OwnerOnlyFile;

/**
 * All realms in one file of the console's own: the Java runtime has one configuration of
 * Kerberos for all. That no realm has two sets of KDCs is seen to where links are saved;
 * here the last one counts.
 */
@Component
class KerberosRealms {

	private static final String PROPERTY = "java.security.krb5.conf";

	/** By TCP, for tickets of Active Directory are long; and no waiting for minutes. */
	private static final String DEFAULTS = """
			# Written by Hybridge for itself. Changes are lost.
			[libdefaults]
			udp_preference_limit = 1
			kdc_timeout = 5s
			max_retries = 1
			dns_lookup_realm = false
			[realms]
			""";

	private final Map<String, List<String>> realms = new TreeMap<>();

	private final OwnerOnlyFile file;

	KerberosRealms(ConsoleFolder folder) {
		this.file = folder.file("krb5.conf");
	}

	/** Sees to it that the Java runtime knows this realm. A login reads the file anew. */
	synchronized void know(KerberosRealm realm) {
		if (!realm.kdcs().equals(this.realms.get(realm.name())) || !this.file.exists()) {
			Map<String, List<String>> all = new TreeMap<>(this.realms);
			all.put(realm.name(), realm.kdcs());
			this.file.replace(written(all).getBytes(StandardCharsets.US_ASCII));
			this.realms.put(realm.name(), realm.kdcs());
		}
		System.setProperty(PROPERTY, this.file.path().toString());
	}

	/** A realm without KDCs is left to DNS. */
	static String written(Map<String, List<String>> realms) {
		StringBuilder text = new StringBuilder(DEFAULTS);
		realms.forEach((name, kdcs) -> {
			text.append(name).append(" = {\n");
			kdcs.forEach((kdc) -> text.append("kdc = ").append(kdc).append('\n'));
			text.append("}\n");
		});
		return text.toString();
	}

}

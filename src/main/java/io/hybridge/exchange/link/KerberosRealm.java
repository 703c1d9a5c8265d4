package io.hybridge.exchange.link;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A realm of Kerberos, which is the Active Directory domain in capitals.
 *
 * @param name for instance {@code FABRIKAM.COM}
 * @param kdcs its key distribution centers as {@code host} or {@code host:port}; none
 * where DNS tells them
 */
public record KerberosRealm(String name, List<String> kdcs) {

	private static final Pattern KDC = Pattern.compile("[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?(?::[0-9]{1,5})?");

	public KerberosRealm {
		name = ServerLink.host(name).toUpperCase(Locale.ROOT);
		kdcs = kdcs.stream().map((kdc) -> kdc.strip().toLowerCase(Locale.ROOT)).toList();
		if (!kdcs.stream().allMatch((kdc) -> KDC.matcher(kdc).matches())) {
			throw new IllegalArgumentException("Not a key distribution center");
		}
	}

}

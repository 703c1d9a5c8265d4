package io.hybridge.step.examination;

import java.util.Locale;
import java.util.Optional;

/** What kind of object a finding of the steps OAuth and Push proxy is about. */
public enum SeenObject {

	AUTH_CERTIFICATE, NEXT_CERTIFICATE, AUTH_CONFIGURATION, AUTH_SERVER, PARTNER_APPLICATION, SERVICE_PRINCIPAL,
	TENANT_KEY, OTHER_KEY, KEY_POLICY, PUSH_PROXY, PROXY_LOOK, PROXY_ENTRY, PROXY_RECORD;

	/**
	 * The kind of object.
	 * @param code of the finding
	 * @return empty where its subject says it
	 */
	static Optional<SeenObject> of(String code) {
		return Optional.ofNullable(switch (code) {
			case "CERTIFICATE-EXPIRES-SOON" -> NEXT_CERTIFICATE;
			case "PRINCIPAL-MISSING" -> SERVICE_PRINCIPAL;
			case "PROXY-LOOK" -> PROXY_LOOK;
			case "PROXY-DIRECTORY" -> PROXY_ENTRY;
			case "PROXY-OUR-RECORD" -> PROXY_RECORD;
			default -> ofFamily(code);
		});
	}

	private static SeenObject ofFamily(String code) {
		if (code.startsWith("AUTH-CONFIG-")) {
			return AUTH_CONFIGURATION;
		}
		if (code.startsWith("AUTH-SERVER-")) {
			return AUTH_SERVER;
		}
		if (code.matches("TENANT-KEYS?-.*")) {
			return TENANT_KEY;
		}
		return switch (code.replaceAll("-.*", "")) {
			case "CERTIFICATE" -> AUTH_CERTIFICATE;
			case "NEXT" -> NEXT_CERTIFICATE;
			case "PARTNER" -> PARTNER_APPLICATION;
			case "FOREIGN" -> OTHER_KEY;
			case "KEY" -> KEY_POLICY;
			case "PROXY" -> PUSH_PROXY;
			default -> null;
		};
	}

	/** Key of its name in the messages. */
	public String key() {
		return "object." + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}

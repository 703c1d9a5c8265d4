package io.hybridge.lab;

/**
 * A way in which a real organization may answer otherwise than the lab does by itself;
 * each can be switched on, whatever the scenario.
 */
public enum Trait {

	/**
	 * Certificates come with all that Exchange knows of them, as in its management shell;
	 * by itself the lab hands out what a session without Exchange's types makes of them.
	 */
	CERTIFICATES_IN_FULL(Half.EXCHANGE),
	/** The same, and {@code Services} is the number of its flags. */
	CERTIFICATE_SERVICES_AS_NUMBER(Half.EXCHANGE),
	/** Of certificates nothing comes but {@code RawData}. */
	CERTIFICATES_AS_BYTES(Half.EXCHANGE),
	/** The store of certificates of a server cannot be read. */
	CERTIFICATE_STORE_UNREADABLE(Half.EXCHANGE),
	/** The service host does not take a staged auth certificate over. */
	NEXT_NOT_TAKEN_OVER(Half.EXCHANGE),
	/** {@code Enable-PushNotificationProxy -WhatIf} writes a line for the host only. */
	PROXY_LOOK_WITHOUT_RECORD(Half.EXCHANGE),

	/** The record of {@code -WhatIf} has the flag set that the cmdlet would write. */
	PROXY_LOOK_WITH_FLAG_SET(Half.EXCHANGE),

	/** {@code Disable-PushNotificationProxy} writes the record, too. */
	PROXY_DISABLED_WITH_RECORD(Half.EXCHANGE),

	/** The account may not read Exchange's objects in the directory. */
	DIRECTORY_UNREADABLE(Half.EXCHANGE),

	/** The directory shows the account no object of the push proxy. */
	DIRECTORY_WITHOUT_PROXY(Half.EXCHANGE),

	/** Exchange reads from another domain controller than it writes to. */
	DIRECTORY_ON_ANOTHER_CONTROLLER(Half.EXCHANGE),

	/** The health manager lists no push probe. */
	PROBE_MISSING(Half.EXCHANGE),

	/** The account has no role that holds the commands for certificates. */
	ROLE_FOR_CERTIFICATES_MISSING(Half.EXCHANGE),

	/**
	 * What is written on one domain controller reaches the other a while later. Alone it
	 * concerns looks through another server; with the trait before, every look.
	 */
	CHANGES_SHOW_LATE(Half.EXCHANGE),

	/** Without cmd.exe a program is found only by its whole path. */
	OLD_WINDOWS(Half.EXCHANGE),

	/** WinRM offers Negotiate and Kerberos, and no Basic. */
	BASIC_OFF(Half.EXCHANGE),

	/** A policy allows no remote shells. */
	REMOTE_SHELLS_FORBIDDEN(Half.EXCHANGE),

	/** WinRM answers with a page that is no envelope. */
	WINRM_ERROR_PAGE(Half.EXCHANGE),

	/** The account has as many Exchange sessions open as it may. */
	SESSIONS_USED_UP(Half.EXCHANGE),

	/** The server's name for HTTP belongs to a service account. */
	WRONG_PRINCIPAL(Half.EXCHANGE),

	/** Exchange reaches the internet only over a proxy that it does not know. */
	METADATA_UNREACHABLE(Half.EXCHANGE),

	/** A policy lets PowerShell run only signed scripts. */
	SCRIPTS_MUST_BE_SIGNED(Half.EXCHANGE),

	/** The clocks of the servers are an hour fast where they sign. */
	SERVER_CLOCK_FAST(Half.EXCHANGE),

	/** Exchange may not read the private key with which it signs. */
	SIGNING_KEY_UNREADABLE(Half.EXCHANGE),

	/** The servers know no auth server when they need a token. */
	AUTH_SERVERS_NOT_LOADED(Half.EXCHANGE),

	/** Of auth servers no GUID comes. */
	AUTH_SERVERS_WITHOUT_GUID(Half.EXCHANGE),

	/** The servers go by the push proxy as it was before it was enabled. */
	PROXY_STILL_OFF(Half.EXCHANGE),

	/** The health manager has a probe and no result of it. */
	PROBE_WITHOUT_RESULT(Half.EXCHANGE),

	/** The probe fails in words that nobody wrote down before. */
	PROBE_IN_NEW_WORDS(Half.EXCHANGE),

	/** The servers cannot resolve the names of Microsoft 365. */
	NAMES_UNRESOLVED(Half.EXCHANGE),

	/** No connection from the servers to Microsoft 365 comes about. */
	INTERNET_UNREACHABLE(Half.EXCHANGE),

	/** A proxy on the way to Microsoft 365 asks the servers to sign in. */
	WEB_PROXY_ASKS(Half.EXCHANGE),

	/** Somebody on the way shows a certificate that the servers do not trust. */
	TLS_INTERCEPTED(Half.EXCHANGE),

	/** The administrator has the role through a group to which roles can be assigned. */
	ROLE_BY_GROUP(Half.MICROSOFT_365),

	/** The administrator is a partner's or a guest, whom the tenant does not list. */
	ADMINISTRATOR_OF_A_PARTNER(Half.MICROSOFT_365),

	/** The tenant is in GCC High. */
	US_GOVERNMENT_CLOUD(Half.MICROSOFT_365),

	/** The tenant is in the cloud of the Department of Defense. */
	DOD_CLOUD(Half.MICROSOFT_365),

	/** The tenant is operated by 21Vianet. */
	CHINA_CLOUD(Half.MICROSOFT_365),

	/** The tenant is in the cloud of Bleu. */
	BLEU_CLOUD(Half.MICROSOFT_365),

	/** The tenant is in the cloud of Delos. */
	DELOS_CLOUD(Half.MICROSOFT_365),

	/** Nobody looks the domain up: 400 with 90013. */
	LOOKUP_REFUSED(Half.MICROSOFT_365),

	/** A policy blocks the device code flow. */
	DEVICE_CODE_BLOCKED(Half.MICROSOFT_365),

	/** Nobody has consented to the application. */
	CONSENT_MISSING(Half.MICROSOFT_365),

	/** The certificate of the application that reads is not registered any more. */
	APPLICATION_CERTIFICATE_UNKNOWN(Half.MICROSOFT_365),

	/** The quota of directory objects is used up. */
	QUOTA_USED_UP(Half.MICROSOFT_365),

	/** Writing asks for a token that says more. */
	CLAIMS_CHALLENGE(Half.MICROSOFT_365),

	/** A policy lets keys last 365 days at most. */
	KEY_LIFETIME_POLICY(Half.MICROSOFT_365),

	/** Policies for applications may be read, for somebody consented to it. */
	KEY_POLICY_READABLE(Half.MICROSOFT_365),

	/** A policy allows no keys of this type. */
	KEY_TYPE_NOT_ALLOWED(Half.MICROSOFT_365),

	/** The service lets a new key end after a year, whatever was sent. */
	KEY_ENDS_AFTER_A_YEAR(Half.MICROSOFT_365),

	/** The token service does not find the servers' key. */
	SERVER_KEY_NOT_FOUND(Half.MICROSOFT_365),

	/** The servers' key has ended. */
	SERVER_KEY_ENDED(Half.MICROSOFT_365),

	/** The token service does not find the tenant that the servers name. */
	SERVER_TENANT_NOT_FOUND(Half.MICROSOFT_365),

	/** The application as which the servers sign in is disabled. */
	SERVER_APPLICATION_DISABLED(Half.MICROSOFT_365),

	/** A policy of conditional access gives the servers no token. */
	SERVER_BLOCKED_BY_POLICY(Half.MICROSOFT_365),

	/** The token service refuses the servers with a number that is rarely seen. */
	SERVER_TOKEN_REFUSED(Half.MICROSOFT_365),

	/** The push service does not accept the token. */
	PUSH_TOKEN_NOT_ACCEPTED(Half.MICROSOFT_365),

	/** The push service knows the token and does not let it do this. */
	PUSH_FORBIDDEN(Half.MICROSOFT_365),

	/** Nothing answers at the address of the push service any more. */
	PUSH_SERVICE_GONE(Half.MICROSOFT_365),

	/** The push service is unavailable for a while. */
	PUSH_SERVICE_BUSY(Half.MICROSOFT_365);

	private final Half half;

	Trait(Half half) {
		this.half = half;
	}

	public Half half() {
		return this.half;
	}

	/** The half of the world that answers so. */
	public enum Half {

		EXCHANGE, MICROSOFT_365

	}

}

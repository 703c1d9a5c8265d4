package io.hybridge.lab;

/**
 * A way in which a real organization may answer otherwise than the lab does by itself;
 * each can be switched on, whatever the scenario.
 */
public enum Trait {

	/** {@code Enable-PushNotificationProxy -WhatIf} writes no record. */
	PROXY_LOOK_WITHOUT_RECORD(Half.EXCHANGE),

	/** For a while after a change, looks still show what was there before it. */
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

	/** A policy lets PowerShell run only signed scripts. */
	SCRIPTS_MUST_BE_SIGNED(Half.EXCHANGE);

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

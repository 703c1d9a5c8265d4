package io.hybridge.security.factor;

import java.time.Clock;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.hybridge.security.account.Account;

/** An authenticator app in somebody’s hand. */
public final class AppOf {

	private final TotpSecret secret;

	private final Clock clock;

	private AppOf(TotpSecret secret, Clock clock) {
		this.secret = secret;
		this.clock = clock;
	}

	/** Adds one to an account as if its owner had done so some time ago. */
	public static AppOf added(Account account, BeanFactory context) {
		context.getBean(Factors.class).remove(account.id());
		AppOf app = new AppOf(new TotpSecret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"), context.getBean(Clock.class));
		context.getBean(Authenticators.class).add(account.id(), app.secret, 0);
		return app;
	}

	/** One that scanned what a page shows. */
	public static AppOf scanned(String grouped, BeanFactory context) {
		return new AppOf(new TotpSecret(grouped.replace(" ", "")), context.getBean(Clock.class));
	}

	public static void removeAll(BeanFactory context) {
		JdbcClient jdbc = context.getBean(JdbcClient.class);
		jdbc.sql("delete from authenticator").update();
		jdbc.sql("delete from passkey").update();
		jdbc.sql("delete from recovery_code").update();
		jdbc.sql("delete from secret where field = 'totp'").update();
	}

	public String shows() {
		return shows(0);
	}

	/** What it shows so many steps from now. */
	String shows(int later) {
		return Totp.code(this.secret.bytes(), Totp.step(this.clock.instant()) + later);
	}

}

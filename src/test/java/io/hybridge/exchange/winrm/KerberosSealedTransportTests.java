package io.hybridge.exchange.winrm;

import io.hybridge.exchange.link.WindowsSignIn;

/** What every transport promises, sealed with a key of Kerberos. */
class KerberosSealedTransportTests extends GatewayTransportContract {

	@Override
	WindowsSignIn signIn(SignInWorld realm) {
		return realm.kerberos();
	}

}

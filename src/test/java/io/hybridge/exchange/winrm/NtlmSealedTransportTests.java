package io.hybridge.exchange.winrm;

import io.hybridge.exchange.link.WindowsSignIn;

/** What every transport promises, sealed with a key of NTLM. */
class NtlmSealedTransportTests extends GatewayTransportContract {

	@Override
	WindowsSignIn signIn(SignInWorld realm) {
		return realm.ntlm();
	}

}

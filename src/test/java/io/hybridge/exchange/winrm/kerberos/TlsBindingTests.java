package io.hybridge.exchange.winrm.kerberos;

import org.junit.jupiter.api.Test;

import io.hybridge.exchange.winrm.signin.ChannelBinding;

import static org.assertj.core.api.Assertions.assertThat;

class TlsBindingTests {

	@Test
	void isTheOneThatWindowsExpects() {
		assertThat(TlsBinding.of(new ChannelBinding(new byte[] { 1 })).orElseThrow().getClass().getName())
			.isEqualTo("sun.security.jgss.krb5.internal.TlsChannelBindingImpl");
		assertThat(TlsBinding.of(null)).isEmpty();
		assertThat(TlsBinding.isThere()).isTrue();
	}

}

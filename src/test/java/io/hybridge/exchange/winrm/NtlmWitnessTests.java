package io.hybridge.exchange.winrm;

import org.junit.jupiter.api.Test;

import io.hybridge.exchange.link.WindowsSignIn;
import io.hybridge.exchange.winrm.SignInWorld.Acceptor;
import io.hybridge.exchange.winrm.http.Conversation;
import io.hybridge.exchange.winrm.signin.SignInFailure;

import static org.assertj.core.api.Assertions.assertThat;

/** NTLMv2 before gss-ntlmssp. */
class NtlmWitnessTests extends SignInContract {

	@Override
	WindowsSignIn signIn() {
		return world.ntlm();
	}

	@Override
	String nameThere() {
		return "FABRIKAM\\svc-hybridge";
	}

	@Override
	String codeOfARefusal() {
		return "exchange.ntlm-refused";
	}

	@Override
	WindowsSignIn wrongPassword() {
		return SignInWorld.ntlm("FABRIKAM\\svc-hybridge", "canary-wrong");
	}

	@Override
	void refusedWithAWrongPassword(SignInFailure failure, Acceptor acceptor) {
		assertThat(failure.code()).isEqualTo("exchange.ntlm-refused");
		assertThat(acceptor.linesWith("auth Negotiate")).as("two legs, once").hasSize(2);
	}

	@Test
	void isRefusedAsAnAccountThatIsUnknown() throws Exception {
		Acceptor acceptor = world.acceptor();
		try (Conversation conversation = to(SignInWorld.link(acceptor.port(), SEALED,
				SignInWorld.ntlm("FABRIKAM\\nobody", SignInWorld.PASSWORD)))) {
			assertThat(failure(conversation).code()).isEqualTo("exchange.ntlm-refused");
		}
	}

	@Test
	void doesNotTravelWhereOnlyKerberosIsOffered() throws Exception {
		Acceptor acceptor = world.acceptor("--offer", "Kerberos");
		try (Conversation conversation = to(SignInWorld.link(acceptor.port(), SEALED, signIn()))) {
			SignInFailure failure = failure(conversation);
			assertThat(failure.code()).isEqualTo("exchange.negotiate-not-offered");
			assertThat(failure.evidence()).contains("Kerberos");
		}
	}

}

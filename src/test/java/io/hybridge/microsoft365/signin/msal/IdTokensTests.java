package io.hybridge.microsoft365.signin.msal;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.microsoft.aad.msal4j.IAuthenticationResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.microsoft365.LoopbackCloud;
import io.hybridge.microsoft365.LoopbackCloud.Reply;
import io.hybridge.microsoft365.LoopbackTenant;
import io.hybridge.microsoft365.TestSettings;
import io.hybridge.microsoft365.http.CloudHttpClients;
import io.hybridge.microsoft365.http.FakePauses;
import io.hybridge.remote.RemoteFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** Tokens that another program made with another library ({@code id-tokens.json}). */
class IdTokensTests {

	private static final JsonNode WITNESS = witness();

	private static final String KEYS = "GET /" + LoopbackTenant.ID + "/discovery/v2.0/keys";

	private final LoopbackCloud cloud = new LoopbackCloud();

	private final FakePauses pauses = new FakePauses();

	@BeforeEach
	void publish() {
		this.cloud.on(KEYS, Reply.json(200, "{\"keys\":" + WITNESS.path("keys") + "}"));
	}

	@AfterEach
	void close() {
		this.cloud.close();
	}

	@Test
	void believesWhatTheCloudSignedForThisQuestion() {
		IdToken token = read("good");
		assertThat(token.userName()).isEqualTo("admin@fabrikam.com");
		assertThat(token.objectId()).isEqualTo("6f1f6c3e-0d3b-4b6e-9d43-2b8b2a1b0c55");
		assertThat(token.tenantId()).isEqualTo(LoopbackTenant.ID);
		assertThat(token.toString()).doesNotContain("Chosen Name");
	}

	@ParameterizedTest
	@ValueSource(strings = { "of another audience", "of two audiences", "of another issuer", "expired",
			"without an end", "of another nonce", "altered", "signed by another key", "of another key named",
			"unsigned", "with a secret for a key" })
	void doesNotBelieveAToken(String which) {
		assertThat(refused(which).code()).isEqualTo("microsoft365.id-token");
	}

	@Test
	void namesTheOtherTenant() {
		assertThat(refused("of another tenant").code()).isEqualTo("microsoft365.wrong-tenant");
	}

	@Test
	void believesNothingWhereNobodyTellsTheKeys() {
		LoopbackCloud silent = new LoopbackCloud();
		silent.on(KEYS, Reply.html(200, "<html>"));
		assertThat(catchThrowableOfType(RemoteFailure.class, () -> read(silent, "good")).code())
			.isEqualTo("microsoft365.foreign-page");
		silent.close();
	}

	private RemoteFailure refused(String which) {
		return catchThrowableOfType(RemoteFailure.class, () -> read(which));
	}

	private IdToken read(String which) {
		return read(this.cloud, which);
	}

	private IdToken read(LoopbackCloud cloud, String which) {
		IAuthenticationResult result = mock(IAuthenticationResult.class);
		given(result.idToken()).willReturn(WITNESS.path("tokens").path(which).asString());
		return new IdTokens(new CloudHttpClients(TestSettings.quick()), this.pauses.retryFor(Duration.ofSeconds(1)),
				this.pauses.clock)
			.read(cloud.cloud(), LoopbackTenant.ID, result, "the-nonce");
	}

	private static JsonNode witness() {
		try (InputStream file = IdTokensTests.class.getResourceAsStream("/microsoft365/id-tokens.json")) {
			return JsonMapper.shared().readTree(new String(file.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}

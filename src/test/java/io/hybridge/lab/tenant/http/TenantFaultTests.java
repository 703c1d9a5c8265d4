package io.hybridge.lab.tenant.http;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.hybridge.lab.Fault;
import io.hybridge.lab.Ledger.Effect;
import io.hybridge.lab.tenant.TenantOnLoopback;

import static io.hybridge.support.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the tenant's side of a call does under each fault that can be switched on. */
class TenantFaultTests {

	private static final String OPERATION = "PATCH servicePrincipal";

	private static final String PRINCIPAL = "/v1.0/servicePrincipals(appId='00000002-0000-0ff1-ce00-000000000000')";

	@TempDir
	private Path path;

	private TenantOnLoopback world;

	private String token;

	@BeforeEach
	void open() throws Exception {
		this.world = new TenantOnLoopback(this.path);
		this.token = this.world.token(this.world.accounts.administrator());
	}

	@AfterEach
	void close() {
		this.world.close();
	}

	@ParameterizedTest
	@EnumSource
	void everyFaultHappensToTheCallItWasInjectedFor(Fault fault) throws Exception {
		this.world.context.faults().inject(OPERATION, fault, 1);
		switch (fault) {
			case REFUSE_ACCESS -> {
				assertThat(patch().status()).isEqualTo(403);
				assertThat(writes()).isEmpty();
			}
			case ASK_TO_WAIT -> {
				assertThat(patch().status()).isEqualTo(429);
				assertThat(writes()).isEmpty();
			}
			case LOSE_ANSWER -> {
				assertThatThrownBy(this::patch).isInstanceOf(IOException.class);
				assertThat(writes()).extracting(Effect::answer).containsExactly("lost");
			}
			case HOLD_ANSWER -> {
				CompletableFuture<TenantOnLoopback.Answer> held = CompletableFuture.supplyAsync(this::patchUnchecked,
						Thread::startVirtualThread);
				await().untilAsserted(() -> assertThat(writes()).extracting(Effect::answer).containsExactly("held"));
				assertThat(held).isNotDone();
			}
		}
	}

	private TenantOnLoopback.Answer patch() throws IOException {
		return this.world.patch(PRINCIPAL, this.token, "{\"keyCredentials\":[]}");
	}

	private TenantOnLoopback.Answer patchUnchecked() {
		try {
			return patch();
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private List<Effect> writes() {
		return this.world.context.ledger()
			.effects()
			.stream()
			.filter((effect) -> effect.kind().equals("KeysReplaced"))
			.toList();
	}

}

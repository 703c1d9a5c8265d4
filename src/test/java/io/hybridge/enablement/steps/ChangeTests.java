package io.hybridge.enablement.steps;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.hybridge.enablement.steps.Judgment.Before;
import io.hybridge.enablement.steps.Judgment.Desired;
import io.hybridge.enablement.steps.Judgment.Other;
import io.hybridge.enablement.steps.Judgment.Unseen;
import io.hybridge.exchange.ExchangeState.AuthServer;
import io.hybridge.exchange.ExchangeState.PushProxy;

import static org.assertj.core.api.Assertions.assertThat;

class ChangeTests {

	private final Scene scene = new Scene();

	private final SetAuthServer authServer = new SetAuthServer("MicrosoftSts", null, Scene.URL);

	private final AddTenantKey key = new AddTenantKey(Signer.Present.of(Scene.AUTH), List.of(Scene.FOREIGN.sha256()));

	@Test
	void tellsFormerWantedAndOtherAuthServerApart() {
		assertThat(this.authServer.judge(this.scene.world())).isInstanceOf(Before.class);
		set(Scene.URL);
		assertThat(this.authServer.judge(this.scene.world())).isInstanceOf(Desired.class);
		set("https://example.com/metadata/json/1/?realm=fabrikam.com");
		assertThat(this.authServer.judge(this.scene.world())).isInstanceOf(Other.class);
	}

	@Test
	void undoesAnAuthServerOnlyWhileItIsOurs() {
		set(Scene.URL);
		assertThat(this.authServer.inverse(this.scene.world()))
			.contains(new RemoveAuthServer("MicrosoftSts", Scene.URL));
		set("https://example.com/metadata/json/1/?realm=fabrikam.com");
		assertThat(this.authServer.inverse(this.scene.world())).isEmpty();
	}

	@Test
	void givesAnAuthServerItsFormerAddressBack() {
		SetAuthServer update = new SetAuthServer("MicrosoftSts", "https://old.example/x/metadata/json/1", Scene.URL);
		set(Scene.URL);
		assertThat(update.inverse(this.scene.world()))
			.contains(new SetAuthServer("MicrosoftSts", Scene.URL, "https://old.example/x/metadata/json/1"));
	}

	@Test
	void seesAConflictWhereAForeignKeyIsGone() {
		assertThat(this.key.judge(this.scene.world())).isInstanceOf(Before.class);
		this.scene.tenantKeys.add(Scene.AUTH);
		assertThat(this.key.judge(this.scene.world())).isInstanceOf(Desired.class);
		this.scene.tenantKeys.remove(Scene.FOREIGN);
		assertThat(this.key.judge(this.scene.world())).isInstanceOf(Other.class);
	}

	@Test
	void concludesNothingFromATenantNobodyMayAsk() {
		assertThat(this.key.judge(this.scene.withoutSignIn())).isInstanceOf(Unseen.class);
	}

	@Test
	void removesExactlyOurKey() {
		this.scene.tenantKeys.add(Scene.AUTH);
		assertThat(this.key.inverse(this.scene.world())).contains(new RemoveTenantKey(Scene.AUTH.thumbprint().value(),
				Scene.AUTH.sha256(), List.of(Scene.FOREIGN.sha256())));
	}

	@Test
	void findsACertificateByItsKeyIdentifier() {
		String identifier = "00112233445566778899aabbccddeeff";
		CreateAuthCertificate create = new CreateAuthCertificate("Exchange S2S OAuth", "fabrikam.com", identifier);
		assertThat(create.judge(this.scene.world())).isInstanceOf(Before.class);
		this.scene.store.add(Scene.held(Scene.certificate("new", Scene.NOW.plus(Scene.days(9)), identifier), "x"));
		assertThat(create.judge(this.scene.world())).isInstanceOf(Desired.class);
		this.scene.store.add(Scene.held(Scene.certificate("twin", Scene.NOW.plus(Scene.days(9)), identifier), "x"));
		assertThat(create.judge(this.scene.world())).isInstanceOf(Other.class);
	}

	@Test
	void takesAnUnreadableProxyForUnseen() {
		EnablePushProxy enable = new EnablePushProxy("", "fabrikam.com");
		assertThat(enable.judge(this.scene.world())).isInstanceOf(Before.class);
		this.scene.proxy = new PushProxy.Unreadable("");
		assertThat(enable.judge(this.scene.world())).isInstanceOf(Unseen.class);
		this.scene.proxy = new PushProxy.Seen(true, "fabrikam.com", "", List.of());
		assertThat(enable.judge(this.scene.world())).isInstanceOf(Desired.class);
		this.scene.proxy = new PushProxy.Seen(true, "contoso.com", "", List.of());
		assertThat(enable.judge(this.scene.world())).isInstanceOf(Other.class);
	}

	@Test
	void restoresTheFormerCertificateOnlyWhereItStillIs() {
		SetAuthCertificate set = new SetAuthCertificate(Scene.EXPIRED.thumbprint().value(),
				Signer.Present.of(Scene.AUTH));
		assertThat(set.inverse(this.scene.world())).isEmpty();
		this.scene.store.add(Scene.held(Scene.EXPIRED, "old"));
		assertThat(set.inverse(this.scene.world())).isEqualTo(
				Optional.of(new SetAuthCertificate(Scene.AUTH.thumbprint().value(), Signer.Present.of(Scene.EXPIRED))));
	}

	private void set(String url) {
		this.scene.authServers.removeIf((server) -> server.name().equals("MicrosoftSts"));
		this.scene.authServers.add(new AuthServer("MicrosoftSts", "MicrosoftACS", true, url, "", ""));
	}

}

package io.hybridge.step.readback;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.hybridge.microsoft365.TenantReading.Principal;
import io.hybridge.microsoft365.TenantReading.Seen;
import io.hybridge.step.StepFixture;

import static org.assertj.core.api.Assertions.assertThat;

class KeyFingerprintsTests {

	private final StepFixture scene = new StepFixture();

	@Test
	void namesTheSameKeysAlikeInWhateverOrderTheTenantListsThem() {
		this.scene.tenantKeys.add(StepFixture.EXPIRED);
		List<String> listed = KeyFingerprints.of(principal());
		this.scene.tenantKeys.addFirst(this.scene.tenantKeys.removeLast());
		assertThat(KeyFingerprints.of(principal())).isEqualTo(listed)
			.containsExactlyInAnyOrder(StepFixture.FOREIGN.sha256(), StepFixture.EXPIRED.sha256());
	}

	@Test
	void missesAKeyThatIsGone() {
		List<String> expected = KeyFingerprints.of(principal());
		assertThat(KeyFingerprints.lost(expected, principal())).isEmpty();
		this.scene.tenantKeys.set(0, StepFixture.AUTH);
		assertThat(KeyFingerprints.lost(expected, principal())).isEqualTo(expected);
	}

	private Principal principal() {
		return this.scene.world().tenant().seen().flatMap(Seen::principal).orElseThrow();
	}

}

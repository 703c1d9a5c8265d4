package io.hybridge.step.readback;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MetadataAddressTests {

	private static final String WANTED = "https://accounts.accesscontrol.windows.net/metadata/json/1/?realm=fabrikam.com";

	@ParameterizedTest
	@ValueSource(strings = { "https://accounts.accesscontrol.windows.net/metadata/json/1/?realm=fabrikam.com",
			"https://accounts.accesscontrol.windows.net/metadata/json/1?realm=fabrikam.com",
			"https://accounts.accesscontrol.windows.net/fabrikam.com/metadata/json/1",
			"https://ACCOUNTS.accesscontrol.windows.net/Fabrikam.com/metadata/json/1/" })
	void takesEveryFormOfTheSameHostAndRealmForTheSame(String form) {
		assertThat(MetadataAddress.sameMeaning(form, WANTED)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://accounts.accesscontrol.windows.net/metadata/json/1/?realm=contoso.com",
			"https://accounts.accesscontrol.chinacloudapi.cn/metadata/json/1/?realm=fabrikam.com",
			"http://accounts.accesscontrol.windows.net/metadata/json/1/?realm=fabrikam.com",
			"https://accounts.accesscontrol.windows.net/metadata/json/1", "not an address", "" })
	void takesAnotherHostRealmOrSchemeForAnother(String form) {
		assertThat(MetadataAddress.sameMeaning(form, WANTED)).isFalse();
	}

	@Test
	void neverTakesTwoUnreadableAddressesForTheSame() {
		assertThat(MetadataAddress.sameMeaning("x", "x")).isFalse();
	}

}

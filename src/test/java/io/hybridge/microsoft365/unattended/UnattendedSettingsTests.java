package io.hybridge.microsoft365.unattended;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.hybridge.microsoft365.UnattendedReading;

import static org.assertj.core.api.Assertions.assertThat;

class UnattendedSettingsTests {

	@ParameterizedTest
	@CsvSource({ "false, '', true", "true, reader.p12, true", "true, '', false", "true, ../reader.p12, false",
			"true, /etc/reader.p12, false" })
	void areComplete(boolean allowed, String keyStore, boolean valid) {
		try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
			Validator validator = factory.getValidator();
			assertThat(validator.validate(new UnattendedReading(allowed, keyStore, "")).isEmpty()).isEqualTo(valid);
		}
	}

	@Test
	void tellNobodyThePassword() {
		assertThat(new UnattendedReading(true, "reader.p12", "canary")).asString().doesNotContain("canary");
	}

}

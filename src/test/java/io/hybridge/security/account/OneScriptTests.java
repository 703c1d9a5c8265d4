package io.hybridge.security.account;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.validation.Errors;
import org.springframework.validation.SimpleErrors;

import static org.assertj.core.api.Assertions.assertThat;

class OneScriptTests {

	@ParameterizedTest
	@ValueSource(
			strings = { "\u0430dmin", "petra@f\u0430brikam.com", "\u0440\u0435tr\u0430", "adm\u03B9n", "\u0561dmin" })
	void refusesANameThatPassesForAnother(String name) {
		assertThat(errors(name)).containsExactlyInAnyOrder("account.userName.mixed", "account.name.mixed");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "petra.kern@fabrikam.com", "иван@fabrikam.com", "jürgen-groß_2", "山田taro", "Ελένη", "admin" })
	void takesTheNamesOfPeople(String name) {
		assertThat(errors(name)).isEmpty();
	}

	private static List<String> errors(String name) {
		Errors errors = new SimpleErrors(new Names(name, name));
		UserName.check(name, errors);
		DisplayName.check(name, errors);
		return errors.getAllErrors().stream().map((error) -> error.getCode()).toList();
	}

	/** As forms have them. */
	public record Names(String userName, String name) {

		public String getUserName() {
			return this.userName;
		}

		public String getName() {
			return this.name;
		}

	}

}

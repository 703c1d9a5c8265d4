package io.hybridge.audit.reading;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTests {

	@Test
	void quotesAsRfc4180Wants() {
		assertThat(Csv.row(Arrays.asList("a", 1L, null, "b \"c\", d\r\ne")))
			.isEqualTo("\"a\",\"1\",\"\",\"b \"\"c\"\", d\r\ne\"\r\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+49 30", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＠x" })
	void makesNoFormulaOfWhatWasTyped(String typed) {
		assertThat(Csv.row(Arrays.asList("x", typed))).isEqualTo("\"x\",\"'" + typed + "\"\r\n");
	}

	@Test
	void leavesOtherTextAlone() {
		assertThat(Csv.row(Arrays.asList("a=b", " x", "'"))).isEqualTo("\"a=b\",\" x\",\"'\"\r\n");
	}

}

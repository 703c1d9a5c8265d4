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
	@ValueSource(strings = { "=1+1", "+49 30", "-1", "@SUM(A1)", "＝1", "＠x" })
	void makesNoFormulaOfWhatWasTyped(String typed) {
		assertThat(Csv.row(Arrays.asList("x", typed))).isEqualTo("\"x\",\"'" + typed + "\"\r\n");
	}

	/** Where a line is cut at semicolons or tabs, what follows one begins a cell. */
	@ParameterizedTest
	@ValueSource(strings = { "\t=1>'\t'=1", "\r=1>'\r'=1", "\n=1>'\n'=1", "a;=1+1>a;'=1+1", "a; =1>a; '=1", " =1> '=1",
			"a\t-1>a\t'-1", "a\r\n+1>a\r\n'+1", "a\n@b;＝c>a\n'@b;'＝c", ";;=1>;;'=1", "a;'=1>a;''=1" })
	void makesNoFormulaOfWhatFollowsASeparator(String typedAndWritten) {
		String[] sides = typedAndWritten.split(">");
		assertThat(Csv.row(Arrays.asList("x", sides[0]))).isEqualTo("\"x\",\"" + sides[1] + "\"\r\n");
	}

	@Test
	void makesNoFormulaWithinQuotationMarks() {
		assertThat(Csv.row(Arrays.asList("a;\"=1\"", "\"=1\""))).isEqualTo("\"a;\"\"'=1\"\"\",\"\"\"'=1\"\"\"\r\n");
	}

	@Test
	void leavesOtherTextAlone() {
		assertThat(Csv.row(Arrays.asList("a=b", " x", "'", "a - b; c", "EX1, -5")))
			.isEqualTo("\"a=b\",\" x\",\"'\",\"a - b; c\",\"EX1, -5\"\r\n");
	}

}

package io.hybridge.exchange.call;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import io.hybridge.support.Faults;

import static org.assertj.core.api.Assertions.assertThat;

/** What PowerShell writes to standard error is shown as a person would read it. */
class ErrorStreamTests {

	private static final String OBJECTS = "#< CLIXML\r\n<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">";

	private static final String ERROR = OBJECTS
			+ "<Obj S=\"progress\" RefId=\"0\"><MS><S N=\"Activity\">Module werden vorbereitet</S></MS></Obj>"
			+ "<S S=\"Error\">Der Befehl _x005F_x1F „größer“ wurde nicht gefunden._x000D__x000A_</S>"
			+ "<S S=\"Error\">At line:1 char:1_x000d__x000a_</S></Objs>";

	@Test
	void keepsPlainText() {
		assertThat(read("Größe")).isEqualTo("Größe");
	}

	@Test
	@Faults("F8")
	void showsTheTextsOfClixmlAndNoProgress() {
		assertThat(read("first " + ERROR))
			.isEqualTo("first Der Befehl _x1F „größer“ wurde nicht gefunden.\r\nAt line:1 char:1");
	}

	@Test
	void readsTheCodePageOfTheConsoleWhereItIsNotUtf8() {
		byte[] bytes = ERROR.replace('„', '"').replace('“', '"').getBytes(Charset.forName("IBM850"));
		assertThat(ErrorStream.read(bytes)).startsWith("Der Befehl _x1F \"größer\" wurde nicht gefunden.");
	}

	@Test
	void showsWhatIsNoWholeXmlAsItCame() {
		assertThat(read(OBJECTS + "<S S=\"Error\">cut")).contains("<S S=\"Error\">cut");
	}

	@Test
	void takesNoDocumentType() {
		String attack = "#< CLIXML\n<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><Objs><S S=\"Error\">&b;</S></Objs>";
		assertThat(read(attack)).contains("&b;");
	}

	private static String read(String text) {
		return ErrorStream.read(text.getBytes(StandardCharsets.UTF_8));
	}

}

package io.hybridge.audit.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.security.People;
import io.hybridge.support.ApplicationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** Follows the recipe of docs/audit.md, word for word, on a real export. */
@ApplicationTest
class ChainRecipeTests {

	private static final Pattern RECIPE = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL);

	private static final long ORGANIZATION = 8801;

	private static final AuditActor EVE = AuditActor.person(77, "Eve \"record\":\u2028 {\u0085\uD83D\uDE00\u0000",
			null);

	@Autowired
	MockMvc mvc;

	@Autowired
	AuditLog log;

	@Autowired
	TransactionOperations transaction;

	@TempDir
	Path folder;

	private List<String> lines;

	@BeforeEach
	void export() throws Exception {
		this.transaction.executeWithoutResult((status) -> {
			for (int i = 0; i < 7; i++) {
				this.log.append(AuditEntry.of(AuditKind.CHECK, AuditOutcome.DONE, EVE)
					.about(ORGANIZATION, "Contoso")
					.with("step", "OAUTH")
					.seen("\"record\":{}\r\n\"hash\""));
			}
		});
		this.lines = List.of(
				this.mvc
					.perform(post("/audit/export").param("q", "organization:" + ORGANIZATION)
						.param("format", "jsonl")
						.with(People.auditor())
						.with(csrf()))
					.andReturn()
					.getResponse()
					.getContentAsString(StandardCharsets.UTF_8)
					.split("\n"));
	}

	@Test
	void findsNothingWrongWithARealExport() throws Exception {
		String newest = this.lines.getFirst().substring("{\"hash\":\"".length(), "{\"hash\":\"".length() + 64);
		assertThat(followed(this.lines)).isEqualTo("chain " + ORGANIZATION + ": numbers 1 to " + this.lines.size()
				+ ", the last hash is " + newest + "\nnothing is wrong\n0");
		List<String> shuffled = new ArrayList<>(this.lines);
		Collections.reverse(shuffled);
		assertThat(followed(shuffled)).endsWith("nothing is wrong\n0");
	}

	@Test
	void noticesWhatWasChangedTakenOutPutInOrCutOffAtTheBeginning() throws Exception {
		assertThat(followed(with(3, this.lines.get(3).replace("OAUTH", "SERVERS"))))
			.contains("is not that of the record")
			.endsWith("\n1");
		List<String> without = new ArrayList<>(this.lines);
		without.remove(3);
		assertThat(followed(without)).contains("has no number " + (this.lines.size() - 3)).endsWith("\n1");
		List<String> twice = new ArrayList<>(this.lines);
		twice.add(this.lines.get(2));
		assertThat(followed(twice)).contains("twice").endsWith("\n1");
		assertThat(followed(this.lines.subList(0, this.lines.size() - 1))).contains("has no number 1").endsWith("\n1");
	}

	/** As docs/audit.md says: only a hash that was kept elsewhere tells of it. */
	@Test
	void cannotKnowOfWhatWasCutOffAtTheEnd() throws Exception {
		assertThat(followed(this.lines.subList(2, this.lines.size()))).endsWith("nothing is wrong\n0");
	}

	private List<String> with(int index, String line) {
		List<String> changed = new ArrayList<>(this.lines);
		changed.set(index, line);
		return changed;
	}

	private String followed(List<String> export) throws Exception {
		Path recipe = Files.writeString(this.folder.resolve("chain.py"), recipe());
		Path file = Files.writeString(this.folder.resolve("audit.jsonl"), String.join("\n", export) + "\n");
		try {
			Process python = new ProcessBuilder("python3", recipe.toString(), file.toString()).redirectErrorStream(true)
				.start();
			String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return said + python.waitFor();
		}
		catch (IOException ex) {
			if (Boolean.getBoolean("peers.required")) {
				throw ex;
			}
			return abort("No Python here");
		}
	}

	private static String recipe() throws IOException {
		Matcher recipe = RECIPE.matcher(Files.readString(Path.of("docs/audit.md")));
		assertThat(recipe.find()).isTrue();
		return recipe.group(1);
	}

}

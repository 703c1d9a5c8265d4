package io.hybridge.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.hybridge.web.FindingsDocument.Source;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of all findings and failures is whole, and what the product says. */
class FindingsDocumentTests {

	private static final Path PAGE = Path.of("docs/findings.md");

	private final FindingsDocument document = FindingsDocument.ofTheProduct();

	@Test
	void everyCodeSaysWhereItWasSeen() {
		assertThat(this.document.codes()).allSatisfy((code) -> assertThat(this.document.sources())
			.as("add to docs/findings-sources.txt, in order, the line: %s | its cause | where it was seen", code)
			.containsKey(code));
	}

	@Test
	void noSourceIsKeptForACodeThatIsGone() {
		assertThat(this.document.sources().keySet())
			.as("take the lines of codes that are gone out of docs/findings-sources.txt")
			.isSubsetOf(this.document.codes());
	}

	@Test
	void thePageIsWhatTheProductSays() throws IOException {
		if (Boolean.getBoolean("findings.write")) {
			Files.writeString(PAGE, this.document.write());
		}
		assertThat(Files.readString(PAGE))
			.as("write docs/findings.md again: mvn -o test -Dtest=FindingsDocumentTests -Dfindings.write=true")
			.isEqualTo(this.document.write());
	}

	@Test
	void aSectionHasMeaningCauseAdviceAndSource() {
		FindingsDocument one = new FindingsDocument(
				Map.of("finding.too-old.title", "{0} is too old", "finding.too-old.meaning", "It runs {1}.",
						"finding.too-old.todo", "Update {0}.", "finding.too-old.brief", "not shown",
						"failure.side.gone", "{0} is gone. Find {1,choice,1#it|1<{1} of them}, that''s all."),
				List.of("TOO-OLD"), Map.of("TOO-OLD", new Source("nobody updated it", "field case 1"), "side.gone",
						new Source("", "our lab only")));
		assertThat(one.write()).endsWith("""
				## Findings

				### `TOO-OLD`

				{0} is too old. It runs {1}.

				- **Cause**: nobody updated it
				- **What to do**: Update {0}.
				- **Seen**: field case 1

				## Failures

				### `side.gone`

				{0} is gone.

				- **What to do**: Find {1} of them, that's all.
				- **Seen**: our lab only
				""");
	}

}

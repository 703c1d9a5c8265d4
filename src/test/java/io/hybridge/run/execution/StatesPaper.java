package io.hybridge.run.execution;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of all states and what each page says of them. */
final class StatesPaper {

	private static final String HEAD = """
			# Every state, and what each page says

			Written by `StatesTests`, which walks looks × ends of runs × proofs × ages, asks every page, and compares what they say.
			Do not edit; write it again with `mvn -o test -Dtest=StatesTests -Dstates.write=true`.

			| state | step, rail | stages | organization | path | dashboard | newest run |
			|---|---|---|---|---|---|---|
			""";

	private StatesPaper() {
	}

	static String of(Map<State, Said> said) {
		return HEAD + said.entrySet()
			.stream()
			.map((entry) -> row(entry.getKey(), entry.getValue()))
			.collect(Collectors.joining());
	}

	private static String row(State state, Said said) {
		return Stream.of(state.name(), lines(bold(said.step().word()), said.step().reason()),
				lines(said.step().headings()), lines(bold(said.organization().heading()), said.organization().why()),
				lines(said.organization().hops().stream().map((hop) -> hop.word()).toList()),
				lines(bold(said.dashboard().word()), said.dashboard().reason(), said.dashboard().action()),
				(said.run() != null) ? lines(bold(said.run().word()), said.run().heading(), said.run().record(),
						said.run().outcome()) : "")
			.collect(Collectors.joining(" | ", "| ", " |\n"));
	}

	private static String bold(String text) {
		return "**" + text + "**";
	}

	private static String lines(String... lines) {
		return lines(List.of(lines));
	}

	private static String lines(List<String> lines) {
		return lines.stream()
			.filter((line) -> !line.isBlank())
			.map((line) -> line.replace("|", "\\|"))
			.collect(Collectors.joining("<br>"));
	}

}

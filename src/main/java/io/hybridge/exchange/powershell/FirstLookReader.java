package io.hybridge.exchange.powershell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import io.hybridge.exchange.ExchangeState.ExchangeServer;
import io.hybridge.exchange.ExchangeState.ServerReading;
import io.hybridge.exchange.FirstLook;
import io.hybridge.exchange.FirstLook.AnswerShape;
import io.hybridge.exchange.FirstLook.ShapeProperty;
import io.hybridge.remote.RemoteFailure;

/**
 * Reads what the first look wrote on one or several servers. The organization is taken
 * from the newest answer; what a server says of itself from its own.
 */
public final class FirstLookReader {

	private static final String STATE = "Get-HybridState";

	private static final String SHAPES = "Get-AnswerShapes";

	private FirstLookReader() {
	}

	/**
	 * Reads a text that a person brought.
	 * @param text whole, with whatever stands around the answers
	 * @return what was read, or empty when no answer about the organization is in it
	 * @throws RemoteFailure when a server could not answer, or not in a way that can be
	 * read
	 */
	public static Optional<FirstLook> in(String text) {
		List<Answer> answers = ScriptAnswer.allIn(text).stream().map(Answer::read).toList();
		Map<String, ServerReading> readings = new LinkedHashMap<>();
		List<Answer> states = answers.stream().filter((answer) -> answer.script().equals(STATE)).toList();
		states.forEach((state) -> readings.put(state.fqdn(), state.use(HybridStateParser::local)));
		return states.stream().max(Comparator.comparing((state) -> state.result().at())).map((newest) -> {
			newest.use(HybridStateParser::servers)
				.forEach((server) -> readings.putIfAbsent(server.fqdn().toLowerCase(Locale.ROOT),
						new ServerReading.NotBrought()));
			return new FirstLook(newest.use((data) -> HybridStateParser.organization(newest.fqdn(),
					newest.result().at(), newest.result(), readings)), shapes(answers, newest));
		});
	}

	private static List<AnswerShape> shapes(List<Answer> answers, Answer state) {
		List<AnswerShape> shapes = new ArrayList<>();
		answers.stream()
			.filter((answer) -> answer.script().equals(SHAPES) && answer.server().equals(state.server()))
			.forEach((answer) -> shapes.addAll(answer.use(FirstLookReader::shapes)));
		return shapes;
	}

	private static List<AnswerShape> shapes(AnswerFields data) {
		return data.list("shapes")
			.stream()
			.map((shape) -> new AnswerShape(shape.text("command"), shape.number("count"), shape.textList("types"),
					shape.list("properties")
						.stream()
						.map((property) -> new ShapeProperty(property.text("name"), property.text("type"),
								property.textList("values")))
						.toList(),
					shape.text("failure")))
			.toList();
	}

	/** One answer, with who gave it. */
	private record Answer(String script, String server, ScriptResult result) {

		static Answer read(String json) {
			return readable("Exchange", json, () -> {
				AnswerFields head = ScriptResult.head(json);
				String script = head.text("script");
				String server = head.text("server");
				ScriptResult result = ScriptResult.read(script, json);
				if (!result.ok()) {
					throw ScriptErrorMapper.of(call(server), result);
				}
				return new Answer(script, server, result);
			});
		}

		<T> T use(Function<AnswerFields, T> reading) {
			return readable(this.server, this.result.evidence(), () -> reading.apply(this.result.data()));
		}

		/**
		 * As the organization lists it; the server itself may know only its short name.
		 */
		String fqdn() {
			String local = use((data) -> data.object("local").text("server"));
			return use(HybridStateParser::servers).stream()
				.filter((listed) -> listed.fqdn().equalsIgnoreCase(local)
						|| listed.name().equalsIgnoreCase(local.split("\\.")[0]))
				.map(ExchangeServer::fqdn)
				.findFirst()
				.orElse(local)
				.toLowerCase(Locale.ROOT);
		}

		private static <T> T readable(String server, String evidence, Supplier<T> read) {
			try {
				return read.get();
			}
			catch (UnreadableAnswer ex) {
				throw ScriptErrorMapper.unreadable(call(server), evidence, ex);
			}
		}

		private static ScriptCall call(String server) {
			return new ScriptCall(server, ScriptCatalog.load().script(STATE), Map.of(), Duration.ZERO);
		}

	}

}

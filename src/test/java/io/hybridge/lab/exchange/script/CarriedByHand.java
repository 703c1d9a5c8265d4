package io.hybridge.lab.exchange.script;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.lab.exchange.LabExchange;
import io.hybridge.lab.exchange.script.ScriptEngine.Call;
import io.hybridge.lab.exchange.script.ScriptEngine.Sent;

/**
 * A person who carries a bundle to a server of the lab and comes back with its answer.
 */
public final class CarriedByHand {

	private static final JsonMapper JSON = JsonMapper.shared();

	private final Map<String, byte[]> files = new LinkedHashMap<>();

	private final JsonNode list;

	public CarriedByHand(byte[] archive) throws IOException {
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				this.files.put(entry.getName().substring(entry.getName().indexOf('/') + 1), zip.readAllBytes());
			}
		}
		this.list = JSON.readTree(this.files.get("bundle.json"));
	}

	public Map<String, byte[]> files() {
		return this.files;
	}

	public List<String> servers() {
		return this.list.path("calls").valueStream().map((call) -> call.path("server").asString()).distinct().toList();
	}

	public List<String> scripts() {
		return this.list.path("calls").valueStream().map((call) -> call.path("script").asString()).toList();
	}

	/**
	 * As {@code Run.ps1} would answer, by the engine that the lab has without PowerShell.
	 */
	public String answer(LabExchange exchange, String server) {
		return answer(exchange, server, server);
	}

	/** Run on a server that is another one than it is for. */
	public String answer(LabExchange exchange, String server, String here) {
		BuiltInEngine engine = new BuiltInEngine(exchange);
		JsonNode values = JSON.readTree(this.files.get("values.json"));
		List<Map<String, Object>> answers = new ArrayList<>();
		this.list.path("calls")
			.valueStream()
			.filter((call) -> call.path("server").asString().equals(server))
			.forEach((call) -> {
				int number = call.path("number").asInt();
				JsonNode own = values.get(number - 1);
				String output = engine
					.run(new Call(here, call.path("script").asString(), "local", own.path("arguments").toString(),
							own.path("session").toString(), new Sent("", new byte[0])))
					.output();
				answers.add(Map.of("number", number, "output", output));
			});
		return written(answers);
	}

	/** With whatever each script is said to have printed. */
	public String answering(UnaryOperator<String> printed) {
		return written(this.list.path("calls")
			.valueStream()
			.<Map<String, Object>>map((call) -> Map.of("number", call.path("number").asInt(), "output",
					printed.apply(call.path("script").asString())))
			.toList());
	}

	private String written(List<Map<String, Object>> answers) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("contract", 1);
		answer.put("bundle", this.list.path("bundle").asLong());
		answer.put("nonce", this.list.path("nonce").asString());
		answer.put("list", DigestUtils.sha256Hex(this.files.get("bundle.json")));
		answer.put("answers", answers);
		return sealed(JSON.writeValueAsString(answer));
	}

	/** Anybody can make the check sum fit. */
	public static String sealed(String json) {
		String payload = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
		return "#<hybridge-answer>#" + payload + "#" + DigestUtils.sha256Hex(payload) + "#</hybridge-answer>#\r\n";
	}

	/** Unpacked below a folder and run in the real engine. */
	public String answer(LabExchange exchange, String server, Path pwsh, Path folder) throws IOException {
		for (Map.Entry<String, byte[]> file : this.files.entrySet()) {
			Path path = folder.resolve(file.getKey());
			Files.createDirectories(path.getParent());
			Files.write(path, file.getValue());
		}
		try (PowerShellEngine engine = new PowerShellEngine(exchange, pwsh)) {
			String said = engine.runInShell(server, folder.resolve("Run.ps1"), Map.of()).toString();
			try (Stream<Path> all = Files.list(folder)) {
				Path answer = all.filter((file) -> file.getFileName().toString().startsWith("Answer-"))
					.findFirst()
					.orElseThrow(() -> new AssertionError(said));
				String text = Files.readString(answer);
				Files.delete(answer);
				return text;
			}
		}
	}

}

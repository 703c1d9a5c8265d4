package io.hybridge.lab;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The ledger as a file of JSON lines. An effect is on the disk before anybody can see it;
 * a line that was torn by a crash never happened and is cut off.
 */
public final class FileLedger implements Ledger, AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String NAME = "ledger.jsonl";

	private final LabFolder folder;

	private final Clock clock;

	private final List<Effect> effects = new ArrayList<>();

	/**
	 * Not a channel: interrupting a script that just writes would close it for everybody.
	 */
	private RandomAccessFile file;

	private FileLedger(LabFolder folder, Clock clock) {
		this.folder = folder;
		this.clock = clock;
		open();
	}

	/**
	 * Opens the ledger of a lab and reads it.
	 * @param folder of the lab
	 * @param clock gives the time of effects
	 * @return the ledger
	 */
	public static FileLedger in(LabFolder folder, Clock clock) {
		return new FileLedger(folder, clock);
	}

	@Override
	public synchronized Effect append(String world, String kind, Map<String, String> values) {
		Effect effect = new Effect(this.effects.size() + 1, this.clock.instant(), world, kind, ordered(values), "");
		write(JSON.writeValueAsString(Map.of("sequence", effect.sequence(), "at", effect.at().toString(), "world",
				world, "kind", kind, "values", effect.values())), true);
		this.effects.add(effect);
		return effect;
	}

	@Override
	public synchronized List<Effect> effects() {
		return List.copyOf(this.effects);
	}

	@Override
	public synchronized void restart() {
		try {
			this.file.close();
			Path file = this.folder.file(NAME);
			if (Files.size(file) > 0) {
				Files.move(file, archive());
			}
			open();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public synchronized void answered(long sequence, Delivery delivery) {
		if (note(sequence, delivery.word())) {
			write(JSON.writeValueAsString(Map.of("answered", sequence, "answer", delivery.word())), false);
		}
	}

	@Override
	public synchronized void close() {
		try {
			this.file.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path archive() {
		String time = this.clock.instant().toString().replaceAll("[^0-9TZ]", "");
		Path path = this.folder.file("ledger-" + time + ".jsonl");
		for (int more = 2; Files.exists(path); more++) {
			path = this.folder.file("ledger-" + time + "-" + more + ".jsonl");
		}
		return path;
	}

	private void open() {
		try {
			Path file = this.folder.file(NAME);
			this.file = new RandomAccessFile(file.toFile(), "rw");
			this.effects.clear();
			this.file.setLength(read(Files.readAllBytes(file)));
			this.file.seek(this.file.length());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The lab's ledger cannot be opened", ex);
		}
	}

	private long read(byte[] content) {
		int start = 0;
		for (int end = 0; end < content.length; end++) {
			if (content[end] == '\n') {
				read(new String(content, start, end - start, StandardCharsets.UTF_8));
				start = end + 1;
			}
		}
		return start;
	}

	private void read(String line) {
		try {
			JsonNode node = JSON.readTree(line);
			if (node.has("answered")) {
				note(node.get("answered").asLong(), node.get("answer").asString());
				return;
			}
			Map<String, String> values = new LinkedHashMap<>();
			node.get("values").properties().forEach((entry) -> values.put(entry.getKey(), entry.getValue().asString()));
			this.effects.add(new Effect(node.get("sequence").asLong(), Instant.parse(node.get("at").asString()),
					node.get("world").asString(), node.get("kind").asString(), ordered(values), ""));
		}
		catch (JacksonException | NullPointerException ex) {
			throw new IllegalStateException(
					"The lab's ledger " + this.folder.file(NAME) + " is damaged after effect " + this.effects.size(),
					ex);
		}
	}

	private boolean note(long sequence, String answer) {
		if (sequence < 1 || sequence > this.effects.size()) {
			return false;
		}
		int index = (int) sequence - 1;
		Effect effect = this.effects.get(index);
		this.effects.set(index,
				new Effect(sequence, effect.at(), effect.world(), effect.kind(), effect.values(), answer));
		return true;
	}

	private void write(String line, boolean force) {
		try {
			long before = this.file.getFilePointer();
			try {
				this.file.write((line + "\n").getBytes(StandardCharsets.UTF_8));
				if (force) {
					this.file.getFD().sync();
				}
			}
			catch (IOException ex) {
				this.file.setLength(before);
				throw ex;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The lab's ledger cannot be written", ex);
		}
	}

	private static Map<String, String> ordered(Map<String, String> values) {
		return Collections.unmodifiableMap(new LinkedHashMap<>(values));
	}

}

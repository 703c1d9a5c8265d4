package io.hybridge.walk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.commons.codec.digest.DigestUtils;
import org.jsoup.nodes.Document;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Takes the bundles of runs to servers, runs them there, and comes back with the answers.
 */
final class Carrier {

	private final Map<String, Path> servers;

	private final Path folder;

	private final List<byte[]> taken = new ArrayList<>();

	private final List<String> changes = new ArrayList<>();

	/**
	 * Whoever goes.
	 * @param servers by name, each with the PowerShell that stands on it
	 * @param folder for what is unpacked
	 */
	Carrier(Map<String, Path> servers, Path folder) {
		this.servers = new LinkedHashMap<>(servers);
		this.folder = folder;
	}

	/** Everything that was unpacked, one file after another. */
	List<byte[]> taken() {
		return this.taken;
	}

	/** The scripts that were carried and might change something, in their order. */
	List<String> changes() {
		return this.changes;
	}

	/**
	 * Carries what a page waits for.
	 * @param visitor who goes
	 * @param address of the bundle's page
	 */
	void carry(Visitor visitor, String address) {
		Document page = visitor.open(address);
		if (page.select("a[href$=/file]").isEmpty()) {
			return;
		}
		page.select("tbody tr:contains(changes) td.mono").eachText().forEach(this.changes::add);
		List<String> names = page.select("tbody th").eachText().stream().distinct().toList();
		byte[] archive = visitor.download(page.select("a[href$=/file]").attr("href"));
		assertThat(page.select("main").text()).contains(DigestUtils.sha256Hex(archive));
		Map<String, Path> homes = new LinkedHashMap<>();
		names.forEach((name) -> homes.put(name, unpacked(archive, name)));
		Map<String, Path> answers = answers(homes);
		for (String name : names) {
			Path answer = answers.get(name);
			page = name.equals(names.getFirst()) ? visitor.upload(page, "/bundle", Map.of(), answer)
					: visitor.upload(page, "/bundle", Map.of("answer", text(answer)), null);
			assertThat(page.select(".error").text()).as(page.select("main").text()).isEmpty();
		}
	}

	/** Each server works for itself, so nobody waits for one before the next begins. */
	private Map<String, Path> answers(Map<String, Path> homes) {
		return homes.entrySet()
			.parallelStream()
			.collect(Collectors.toConcurrentMap(Map.Entry::getKey, (home) -> answer(home.getValue(), home.getKey())));
	}

	/** Each server has a disk of its own. */
	private Path unpacked(byte[] archive, String server) {
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
			Path disk = Files.createTempDirectory(this.folder, server);
			Path home = disk;
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				Path file = disk.resolve(entry.getName());
				byte[] bytes = zip.readAllBytes();
				this.taken.add(bytes);
				Files.createDirectories(file.getParent());
				Files.write(file, bytes);
				home = disk.resolve(Path.of(entry.getName()).getName(0));
			}
			return home;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Path answer(Path home, String server) {
		String command = "& '" + home.resolve("Run.ps1") + "' 6>&1";
		try {
			Path said = home.resolveSibling("said.txt");
			int code = new ProcessBuilder(this.servers.get(server).toString(), "-NoProfile", "-NonInteractive",
					"-EncodedCommand", Base64.getEncoder().encodeToString(command.getBytes(StandardCharsets.UTF_16LE)))
				.redirectErrorStream(true)
				.redirectOutput(said.toFile())
				.start()
				.waitFor();
			try (var files = Files.list(home)) {
				return files.filter((file) -> file.getFileName().toString().startsWith("Answer-"))
					.findFirst()
					.orElseThrow(() -> new AssertionError(code + ": " + text(said)));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String text(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

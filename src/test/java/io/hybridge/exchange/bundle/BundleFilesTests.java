package io.hybridge.exchange.bundle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.ScriptCatalog;
import io.hybridge.security.secret.Secrets;

import static org.assertj.core.api.Assertions.assertThat;

/** What is in a bundle. */
class BundleFilesTests {

	private static final String NASTY = "Fabrikam'; Remove-Item $env:TEMP \u2019 \u00E4\u20AC\uD83D\uDE00 `n";

	private static final List<ScriptCall> CALLS = List.of(
			BundleFixture.call("ex1.fabrikam.com", "Set-AuthServer",
					Map.of("name", NASTY, "metadataUrl", "https://a.example/")),
			BundleFixture.call("ex1.fabrikam.com", "Get-HybridState",
					Map.of("scope", "organization", "server", "ex1.fabrikam.com")));

	private final BundleFiles files = BundleFixture.files(CALLS, Instant.parse("2026-12-01T10:00:00Z"));

	@Test
	void scriptsAreConstantWithByteOrderMarkAndWindowsLineEnds() {
		assertThat(this.files.all().keySet()).contains("Run.ps1", "opening/local.ps1", "scripts/Set-AuthServer.ps1",
				"scripts/Get-HybridState.ps1");
		this.files.all().forEach((name, bytes) -> {
			if (name.endsWith(".ps1")) {
				String text = new String(bytes, StandardCharsets.UTF_8);
				assertThat(text).as(name).startsWith("\uFEFF").doesNotContain("Fabrikam'").endsWith("\r\n");
				assertThat(text.replace("\r\n", "")).as(name).doesNotContain("\n", "\r");
			}
		});
		String body = new String(this.files.all().get("scripts/Set-AuthServer.ps1"), StandardCharsets.UTF_8);
		assertThat(DigestUtils.sha256Hex(body.substring(1).replace("\r\n", "\n"))).as("the hash that the page shows")
			.isEqualTo(ScriptCatalog.load().script("Set-AuthServer").sha256());
	}

	@Test
	void valuesAreDataAndArriveCharacterForCharacter() {
		byte[] values = this.files.all().get("values.json");
		assertThat(new String(values, StandardCharsets.ISO_8859_1)).as("ASCII").matches("[\\x0D\\x0A\\x20-\\x7E]*");
		JsonNode read = JsonMapper.shared().readTree(values);
		assertThat(read.get(0).at("/arguments/name").asString()).isEqualTo(NASTY);
		assertThat(read.get(0).at("/session"))
			.isEqualTo(JsonMapper.shared().readTree("{\"server\":\"ex1.fabrikam.com\"}"));
	}

	@Test
	void theListNamesEveryFileWithItsHash() {
		JsonNode list = JsonMapper.shared().readTree(this.files.all().get("bundle.json"));
		assertThat(list.path("nonce").asString()).isEqualTo(BundleFixture.NONCE);
		Map<String, String> listed = new HashMap<>();
		list.path("files").forEach((file) -> listed.put(file.path("name").asString(), file.path("sha256").asString()));
		Map<String, String> all = new HashMap<>();
		this.files.all().forEach((name, bytes) -> all.put(name, DigestUtils.sha256Hex(bytes)));
		all.remove("bundle.json");
		assertThat(listed).isEqualTo(all);
	}

	@Test
	void theSignatureIsThatOfTheListAndOfNothingElse() throws Exception {
		Map<String, String> stored = new HashMap<>();
		ConsoleSeal seal = new ConsoleSeal(new Kept(stored));
		byte[] list = this.files.all().get("bundle.json");
		ConsoleSeal.Sealed sealed = seal.sign(list);
		assertThat(verifies(sealed, list)).isTrue();
		list[40] ^= 1;
		assertThat(verifies(sealed, list)).isFalse();
		assertThat(seal.sign(list).publicKey()).as("one key pair").isEqualTo(sealed.publicKey());
		assertThat(sealed.publicKey()).doesNotContain("PRIVATE");
		assertThat(stored).hasSize(1);
	}

	@Test
	void theArchiveHasOneFolder() throws IOException {
		List<String> names = new ArrayList<>();
		try (ZipInputStream zip = new ZipInputStream(
				new ByteArrayInputStream(BundleArchive.of("Hybridge-Bundle-12", this.files.all())))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				names.add(entry.getName());
			}
		}
		assertThat(names).hasSameSizeAs(this.files.all().keySet())
			.allMatch((name) -> name.startsWith("Hybridge-Bundle-12/") && !name.contains(".."));
	}

	private static boolean verifies(ConsoleSeal.Sealed sealed, byte[] bytes) throws Exception {
		PublicKey key = KeyFactory.getInstance("EC")
			.generatePublic(new X509EncodedKeySpec(
					Base64.getMimeDecoder().decode(sealed.publicKey().replaceAll("-----[A-Z ]+-----", ""))));
		Signature signature = Signature.getInstance("SHA256withECDSA");
		signature.initVerify(key);
		signature.update(bytes);
		return signature.verify(sealed.signature());
	}

	private record Kept(Map<String, String> values) implements Secrets {

		@Override
		public void store(String owner, String field, String value) {
			this.values.put(owner + field, value);
		}

		@Override
		public Optional<String> read(String owner, String field) {
			return Optional.ofNullable(this.values.get(owner + field));
		}

		@Override
		public void destroyAll(String owner, String beginning) {
			this.values.keySet().removeIf((row) -> row.startsWith(owner + beginning));
		}

		@Override
		public boolean destroy(String owner, String field) {
			return this.values.remove(owner + field) != null;
		}

	}

}

package io.hybridge.enablement;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.exchange.link.Channel;
import io.hybridge.exchange.link.KerberosProof;
import io.hybridge.exchange.link.KerberosRealm;
import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.link.WindowsSignIn;
import io.hybridge.security.secret.Secrets;

/** Everything secret that the console keeps, to be looked for where it must not be. */
final class StoredSecrets {

	private static final String KERBEROS_PASSWORD = "canary-\u00fc-9f2c61";

	/** A server of another organization. */
	static final ServerLink KERBEROS = new WinRmLink("ex1.contoso.com", "ex1.contoso.com", 5985,
			new Channel.SealedMessages(), new WindowsSignIn.Kerberos("svc-hybridge",
					new KerberosRealm("contoso.com", List.of()), new KerberosProof.Password(KERBEROS_PASSWORD)),
			null);

	private final Map<String, String> kindBySecret = new LinkedHashMap<>();

	private StoredSecrets() {
	}

	static StoredSecrets in(JdbcClient jdbc, Secrets secrets) {
		StoredSecrets stored = new StoredSecrets();
		jdbc.sql("select owner, field from secret").query((row) -> {
			String field = row.getString("field");
			stored.add(field, secrets.read(row.getString("owner"), field).orElseThrow());
		});
		return stored;
	}

	/** The public half of the key pair is no secret, nor are names and addresses. */
	private void add(String field, String value) {
		if (field.equals("bundle.key")) {
			this.kindBySecret.put(value.split(" ")[0], "signing key");
		}
		else {
			JsonNode kept = JsonMapper.shared().readTree(value);
			kept.findValues("secret")
				.forEach((token) -> this.kindBySecret.put(token.asString(), "token of the tenant"));
			kept.findValues("password")
				.stream()
				.filter(JsonNode::isString)
				.forEach((password) -> this.kindBySecret.put(password.asString(), "password of a link"));
		}
	}

	/** Of what it keeps something. */
	Set<String> kinds() {
		return Set.copyOf(this.kindBySecret.values());
	}

	boolean hasKerberosPassword() {
		return this.kindBySecret.containsKey(KERBEROS_PASSWORD);
	}

	/** Which kinds of secrets are in which files. */
	List<String> leakedIn(Map<String, byte[]> files) {
		List<String> leaked = new ArrayList<>();
		files.forEach((name, bytes) -> this.kindBySecret.forEach((secret, kind) -> {
			String content = new String(bytes, StandardCharsets.ISO_8859_1);
			if (shapes(secret).anyMatch(content::contains)) {
				leaked.add(kind + " in " + name);
			}
		}));
		return leaked;
	}

	/** Whether each secret, in each shape, is noticed at the end of each file. */
	boolean foundWherePlantedIn(Map<String, byte[]> files) {
		return files.entrySet()
			.stream()
			.allMatch((file) -> this.kindBySecret.keySet()
				.stream()
				.allMatch((secret) -> shapes(secret).allMatch((shape) -> {
					String planted = new String(file.getValue(), StandardCharsets.ISO_8859_1) + shape + "\r\n";
					return !leakedIn(Map.of(file.getKey(), planted.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
				})));
	}

	/** As it is, as Windows writes it, and encoded. */
	private static Stream<String> shapes(String secret) {
		return Stream.of(secret.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_16LE))
			.flatMap((bytes) -> Stream.of(new String(bytes, StandardCharsets.ISO_8859_1),
					Base64.getEncoder().encodeToString(bytes).replace("=", ""), HexFormat.of().formatHex(bytes)));
	}

}

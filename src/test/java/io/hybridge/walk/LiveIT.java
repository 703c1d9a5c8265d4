package io.hybridge.walk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import io.hybridge.exchange.ssh.OpenSshServer;
import io.hybridge.exchange.winrm.SignInWorld;
import io.hybridge.exchange.winrm.SignInWorld.Acceptor;
import io.hybridge.lab.exchange.PowerShellFixture;
import io.hybridge.lab.exchange.script.EngineProgram;
import io.hybridge.lab.world.OpenLab;

import static org.assertj.core.api.Assertions.assertThat;

/** A real organization is led to its badge and back, each time another way. */
class LiveIT {

	@TempDir
	private Path folder;

	/**
	 * The servers let in only whoever brings a ticket of MIT's KDC, and read only what is
	 * sealed.
	 */
	@Test
	void byKerberosWithSealedMessages() throws Exception {
		try (SignInWorld realm = SignInWorld.open(Files.createDirectory(this.folder.resolve("realm")));
				Processes processes = new Processes(this.folder).withMicrosoft365At(LiveWalk.HTTPS)) {
			processes.startLab();
			Lab lab = new Lab(processes.labControl(), processes.labFolder());
			List<Acceptor> servers = servers(realm, lab);
			LiveWalk walk = new LiveWalk(processes, lab, this.folder);
			Map<String, String> typed = new HashMap<>(Map.of("fqdn", LiveWalk.SERVERS.getFirst(), "channel", "http",
					"port", Integer.toString(servers.getFirst().port()), "user", "svc-hybridge", "password", "wrong",
					"realm", SignInWorld.REALM, "kdcs", realm.kdcAddress()));
			Document wrong = walk.connect("/new/kerberos", typed);
			assertThat(wrong.select("ol.stack .is-red").eachText()).containsExactly("The account is not let in");
			typed.put("password", SignInWorld.PASSWORD);
			LiveWalk.works(walk.connect("/" + LiveWalk.SERVERS.getFirst() + "/change", typed));
			lab.update();
			walk.send("", "/found", Map.of());
			LiveWalk.SERVERS.forEach((server) -> LiveWalk.works(walk.tested(server)));
			walk.toTheBadge();
			walk.andBack();
			assertThat(servers).allSatisfy((server) -> assertThat(server.linesWith("unsealed kerberos")).isNotEmpty());
		}
	}

	/**
	 * The servers are Debian's OpenSSH, and the real PowerShell engine runs the scripts.
	 */
	@Test
	void bySsh() throws Exception {
		Path pwsh = PowerShellFixture.required();
		List<AutoCloseable> opened = new ArrayList<>();
		try (OpenLab world = OpenLab.at(Files.createDirectory(this.folder.resolve("lab")), LiveWalk.HTTPS);
				Processes processes = new Processes(this.folder)) {
			Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwxr-xr-x"));
			Lab lab = new Lab(world.world().controlAddress(), world.folder());
			lab.update();
			LiveWalk walk = new LiveWalk(processes, lab, this.folder);
			for (String fqdn : LiveWalk.SERVERS) {
				OpenSshServer server = server(world, fqdn, pwsh, opened);
				Document unknown = walk.connect("/new/ssh-password",
						Map.of("fqdn", fqdn, "address", "127.0.0.1", "port", Integer.toString(server.port()), "user",
								OpenSshServer.USER, "password", OpenSshServer.PASSWORD));
				String shown = unknown.select("button[name=fingerprint]").val();
				assertThat(shown).isEqualTo(server.fingerprint("ed25519"));
				walk.send("/" + fqdn, "/pin", Map.of("fingerprint", shown));
				LiveWalk.works(walk.tested(fqdn));
			}
			walk.toTheBadge();
			walk.andBack();
		}
		finally {
			for (AutoCloseable one : opened.reversed()) {
				one.close();
			}
		}
	}

	/**
	 * The console reaches no server: a person carries each question there, has the real
	 * PowerShell engine answer it, and brings the answer back.
	 */
	@Test
	void byBundle() throws Exception {
		Path pwsh = PowerShellFixture.required();
		Map<String, Path> programs = new LinkedHashMap<>();
		List<AutoCloseable> opened = new ArrayList<>();
		try (OpenLab world = OpenLab.at(Files.createDirectory(this.folder.resolve("lab")), LiveWalk.HTTPS);
				Processes processes = new Processes(this.folder)) {
			Lab lab = new Lab(world.world().controlAddress(), world.folder());
			lab.update();
			LiveWalk walk = new LiveWalk(processes, lab, this.folder);
			for (String fqdn : LiveWalk.SERVERS) {
				Path commands = Files.createDirectory(this.folder.resolve(fqdn));
				EngineProgram program = new EngineProgram(commands, pwsh, world.exchange(), fqdn);
				opened.add(program);
				programs.put(fqdn, program.program());
				walk.connect("/new/bundle", Map.of("fqdn", fqdn));
			}
			Carrier carrier = new Carrier(programs, Files.createDirectory(this.folder.resolve("carried")));
			walk.carryBy(carrier);
			walk.toTheBadge();
			walk.andBack();
			assertThat(carrier.changes()).contains("Enable-PushProxy");
			lab.view()
				.path("access")
				.path("accounts")
				.forEach((account) -> assertThat(carrier.taken())
					.noneMatch((file) -> new String(file, StandardCharsets.ISO_8859_1)
						.contains(account.path("password").asString())));
		}
		finally {
			for (AutoCloseable one : opened.reversed()) {
				one.close();
			}
		}
	}

	private OpenSshServer server(OpenLab world, String fqdn, Path pwsh, List<AutoCloseable> opened) throws IOException {
		Path place = Files.createDirectory(this.folder.resolve(fqdn));
		Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
		Path commands = Files.createDirectory(place.resolve("bin"));
		opened.add(new EngineProgram(commands, pwsh, world.exchange(), fqdn));
		OpenSshServer server = new OpenSshServer(Files.createDirectory(place.resolve("sshd")), commands);
		opened.add(server);
		return server;
	}

	/** All on one port, each at an address of its own, as servers are. */
	private List<Acceptor> servers(SignInWorld realm, Lab lab) throws IOException {
		JsonNode view = lab.view();
		Path authority = Files.writeString(this.folder.resolve("authority.pem"),
				view.path("access").path("authorities").asString());
		JsonNode service = view.path("access").path("accounts").path("service");
		Map<String, String> account = Map.of("FORWARD_USER", service.path("name").asString(), "FORWARD_PASSWORD",
				service.path("password").asString());
		List<Acceptor> servers = new ArrayList<>();
		for (String fqdn : LiveWalk.SERVERS) {
			String port = servers.isEmpty() ? "0" : Integer.toString(servers.getFirst().port());
			servers.add(realm.acceptor(account, port, "--bind", "127.0.0." + (servers.size() + 1), "--forward",
					wsman(view, fqdn), fqdn, authority.toString()));
		}
		return servers;
	}

	private static String wsman(JsonNode view, String fqdn) {
		return view.path("servers")
			.valueStream()
			.filter((server) -> server.path("fqdn").asString().equals(fqdn))
			.findFirst()
			.orElseThrow()
			.path("port")
			.asString();
	}

}

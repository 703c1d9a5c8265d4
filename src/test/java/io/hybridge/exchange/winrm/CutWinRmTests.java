package io.hybridge.exchange.winrm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.hybridge.exchange.link.Channel;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.powershell.CutCalls;
import io.hybridge.exchange.powershell.CutCalls.Told;
import io.hybridge.exchange.winrm.CutRelay.Cut;
import io.hybridge.exchange.winrm.CutRelay.Towards;
import io.hybridge.exchange.winrm.SignInWorld.Acceptor;
import io.hybridge.exchange.winrm.http.TestConversations;
import io.hybridge.lab.LabAuthority;
import io.hybridge.lab.LabFolder;
import io.hybridge.lab.exchange.winrm.RecordingServer;
import io.hybridge.remote.Trust;
import io.hybridge.support.Faults;
import io.hybridge.support.Waiting;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Wherever the connection ends: what is told is what was. Every second time it is gone
 * for good, else the next one comes through.
 */
@Timeout(value = Waiting.MINUTES, unit = TimeUnit.MINUTES)
class CutWinRmTests {

	/** Each may leave shells behind, of which a server takes few. */
	private static final int AT_A_TIME = 8;

	private final CutCalls calls = new CutCalls();

	@TempDir
	private Path folder;

	@TempDir
	private Path realm;

	private RecordingServer server;

	private WinRmTransports transports;

	@BeforeEach
	void open() throws IOException {
		this.server = new RecordingServer(this.folder);
		this.transports = new WinRmTransports(TestConversations.open());
	}

	@AfterEach
	void close() {
		this.transports.close();
		this.server.close();
	}

	@Test
	@Faults("F4")
	void tellsWhatWasInsideOfTls() throws Exception {
		SSLContext own = LabAuthority.in(LabFolder.at(this.folder), Clock.systemUTC())
			.serverContext(RecordingServer.NAME);
		SSLContext client = Trust.in(this.server.pem()).context();
		Way way = new Way(true, () -> CutRelay.to(this.server.port(), own, client), this.server::link);
		cut(way, Towards.CLIENT, 48, 64);
		cut(way, Towards.SERVER, 2048, 24);
		check();
	}

	@Test
	void tellsWhatWasWhereTlsItselfIsCut() throws Exception {
		Way way = new Way(false, () -> CutRelay.to(this.server.port()), this.server::link);
		cut(way, Towards.CLIENT, 192, 8);
		cut(way, Towards.SERVER, 2048, 8);
		check();
	}

	@Test
	void tellsWhatWasWhereMessagesAreSealed() throws Exception {
		try (SignInWorld world = SignInWorld.open(this.realm); Acceptor gateway = gateway(world)) {
			Way way = new Way(true, () -> CutRelay.to(gateway.port()),
					(port) -> SignInWorld.link(port, new Channel.SealedMessages(), world.ntlm()));
			cut(way, Towards.CLIENT, 256, 16);
			cut(way, Towards.SERVER, 2048, 16);
			check();
		}
	}

	private Acceptor gateway(SignInWorld world) throws IOException {
		Path authority = Files.writeString(this.folder.resolve("authority.pem"), this.server.pem());
		return world.acceptor(
				Map.of("FORWARD_USER", RecordingServer.USER, "FORWARD_PASSWORD", RecordingServer.PASSWORD), "--forward",
				Integer.toString(this.server.port()), RecordingServer.NAME, authority.toString());
	}

	private void cut(Way way, Towards towards, long step, long dense) throws Exception {
		List<Long> places = CutCalls.places(all(way, towards), step, dense);
		List<Cut> cuts = new ArrayList<>();
		IntStream.range(0, places.size())
			.forEach((number) -> cuts.add(new Cut(towards, places.get(number), number % 2 == 1)));
		for (int from = 0; from < cuts.size(); from += AT_A_TIME) {
			CutCalls.each(cuts.subList(from, Math.min(from + AT_A_TIME, cuts.size())), (cut) -> cut(way, cut));
			this.server.endShells();
		}
	}

	private void cut(Way way, Cut cut) throws IOException {
		try (CutRelay relay = way.relay().open()) {
			String name = "%s-%06d".formatted(cut.towards(), cut.bytes());
			warm(way, relay, name);
			relay.cuts(cut);
			call(way, relay, name);
		}
	}

	private long all(Way way, Towards towards) throws Exception {
		try (CutRelay relay = way.relay().open()) {
			String name = "%s-uncut".formatted(towards);
			warm(way, relay, name);
			long before = relay.passed(towards);
			assertThat(call(way, relay, name)).isEqualTo(Told.DONE);
			return relay.passed(towards) - before;
		}
	}

	/** A call before it leaves its shell and its connection. */
	private void warm(Way way, CutRelay relay, String name) {
		if (way.warm()) {
			assertThat(call(way, relay, "before-" + name)).isEqualTo(Told.DONE);
		}
	}

	private Told call(Way way, CutRelay relay, String name) {
		return this.calls.run(this.transports.to(way.link().to(relay.port())), RecordingServer.NAME, name);
	}

	private void check() {
		this.calls.areToldAsTheyWere(this.server.arguments());
		assertThat(this.calls.words()).containsExactlyInAnyOrder(Told.values());
	}

	private record Way(boolean warm, Opening relay, Links link) {
	}

	private interface Opening {

		CutRelay open() throws IOException;

	}

	private interface Links {

		WinRmLink to(int port);

	}

}

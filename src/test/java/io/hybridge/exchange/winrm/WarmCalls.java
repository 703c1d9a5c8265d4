package io.hybridge.exchange.winrm;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.hybridge.exchange.call.PowerShellCommand;
import io.hybridge.exchange.link.Account;
import io.hybridge.exchange.link.BasicLinks;
import io.hybridge.exchange.link.WinRmLink;
import io.hybridge.exchange.powershell.ScriptCall;
import io.hybridge.exchange.powershell.ScriptCatalog;
import io.hybridge.exchange.powershell.Transport;
import io.hybridge.exchange.winrm.http.TestConversations;
import io.hybridge.lab.exchange.winrm.RecordingServer;
import io.hybridge.remote.Trust;

/**
 * A small call on a warm connection: ours, the same three requests by hand, python3-winrm
 * and winrm4j, before one endpoint of the lab. Prints medians and requests; only ratios
 * of one run mean anything. Argument: file with the class path of winrm4j, if it is
 * there.
 */
final class WarmCalls {

	private static final int TIMES = 200;

	private static final Pattern COMMAND = Pattern.compile("CommandId>([^<]+)<");

	private static final Pattern SHELL = Pattern.compile("ShellId>([^<]+)<");

	private final RecordingServer server;

	private final Path authority;

	private final ScriptCall call = new ScriptCall("localhost", ScriptCatalog.load().script("Get-PushProbe"),
			Map.of("server", "localhost"), Duration.ofMinutes(1));

	private WarmCalls(Path folder) throws Exception {
		this.server = new RecordingServer(folder, "localhost");
		this.authority = Files.writeString(folder.resolve("authority.pem"), this.server.pem());
	}

	public static void main(String[] args) throws Exception {
		WarmCalls bench = new WarmCalls(Files.createTempDirectory("warm-calls"));
		try (WinRmTransports transports = new WinRmTransports(TestConversations.open())) {
			WinRmLink link = BasicLinks.to("localhost", "localhost", bench.server.port(), RecordingServer.USER,
					RecordingServer.PASSWORD, bench.server.pem());
			Transport ours = transports.to(link);
			Bare bare = bench.new Bare();
			bench.round(() -> ours.run(bench.call), 2000);
			bench.round(bare, 2000);
			for (int round = 1; round <= 3; round++) {
				System.out.printf("round %d: ours %s, bare %s, python3-winrm %s, winrm4j %s%n", round,
						bench.round(() -> ours.run(bench.call), TIMES), bench.round(bare, TIMES), bench.python(),
						(args.length > 0) ? bench.winrm4j(args[0]) : "-");
			}
		}
		System.exit(0);
	}

	private Measured round(Callable<?> work, int times) throws Exception {
		long requests = this.server.requests();
		double[] millis = new double[times];
		for (int time = 0; time < times; time++) {
			long begins = System.nanoTime();
			work.call();
			millis[time] = (System.nanoTime() - begins) / 1e6;
		}
		Arrays.sort(millis);
		return new Measured(millis[times / 2], (this.server.requests() - requests) / (double) times);
	}

	private Measured python() throws Exception {
		long requests = this.server.requests();
		String median = output("/usr/bin/python3", "src/test/peers/winrm_bench.py",
				"https://localhost:" + this.server.port() + "/wsman", this.authority.toString(), RecordingServer.USER,
				RecordingServer.PASSWORD, Integer.toString(TIMES));
		return new Measured(Double.parseDouble(median.strip()), (this.server.requests() - requests) / (double) TIMES);
	}

	private Measured winrm4j(String classpath) throws Exception {
		long requests = this.server.requests();
		String[] said = output(ProcessHandle.current().info().command().orElseThrow(), "-cp",
				Files.readString(Path.of(classpath)).strip(), "src/test/peers/winrm4j/Winrm4jPeer.java",
				Integer.toString(this.server.port()), this.authority.toString(), RecordingServer.USER,
				RecordingServer.PASSWORD, "Get-Date", Integer.toString(TIMES))
			.split("\\s+");
		return new Measured(Double.parseDouble(said[1]), (this.server.requests() - requests) / (double) TIMES);
	}

	private static String output(String... command) throws Exception {
		Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (process.waitFor() != 0) {
			throw new IllegalStateException(List.of(command).getFirst() + ": " + output);
		}
		return output;
	}

	private record Measured(double millis, double requests) {

		@Override
		public String toString() {
			return String.format("%.2f ms (%.1f requests)", this.millis, this.requests);
		}

	}

	/** The same bytes over the Java runtime's client, and nothing around them. */
	private final class Bare implements Callable<Void> {

		private final HttpClient client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.sslContext(Trust.in(WarmCalls.this.server.pem()).context())
			.build();

		private final URI address = URI.create("https://localhost:" + WarmCalls.this.server.port() + "/wsman");

		private final byte[] input = PowerShellCommand
			.inputWith(new Account(RecordingServer.USER, RecordingServer.PASSWORD), WarmCalls.this.call, "localhost");

		private String shell;

		private int scripts;

		@Override
		public Void call() throws Exception {
			if (this.scripts++ % 20 == 0) {
				String former = this.shell;
				this.shell = found(SHELL, post(new WsManRequest.Create()));
				if (former != null) {
					post(new WsManRequest.Delete(former));
				}
			}
			String command = found(COMMAND, post(
					new WsManRequest.Command(this.shell, PowerShellCommand.PROGRAM, PowerShellCommand.argumentLine())));
			post(new WsManRequest.Send(this.shell, command, this.input, true));
			post(new WsManRequest.Receive(this.shell, command));
			return null;
		}

		private String post(WsManRequest request) throws Exception {
			String login = RecordingServer.USER + ":" + RecordingServer.PASSWORD;
			return this.client
				.send(HttpRequest.newBuilder(this.address)
					.header("Content-Type", "application/soap+xml;charset=UTF-8")
					.header("Authorization",
							"Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
					.POST(HttpRequest.BodyPublishers
						.ofByteArray(request.envelope(this.address.toString(), Duration.ofSeconds(20))))
					.build(), BodyHandlers.ofString())
				.body();
		}

		private static String found(Pattern pattern, String text) {
			Matcher matcher = pattern.matcher(text);
			if (!matcher.find()) {
				throw new IllegalStateException(text);
			}
			return matcher.group(1);
		}

	}

}

import java.io.FileInputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

import io.cloudsoft.winrm4j.client.WinRmClientContext;
import io.cloudsoft.winrm4j.winrm.WinRmTool;
import io.cloudsoft.winrm4j.winrm.WinRmToolResponse;

/**
 * Runs one PowerShell text several times: port, PEM file of the authority, user, password,
 * text, times. Prints the exit code, the milliseconds of the fastest half, then the
 * errors.
 */
class Winrm4jPeer {

	public static void main(String[] args) throws Exception {
		KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
		trusted.load(null, null);
		try (FileInputStream pem = new FileInputStream(args[1])) {
			trusted.setCertificateEntry("authority", CertificateFactory.getInstance("X.509").generateCertificate(pem));
		}
		// With Basic it looks at no other trust than the whole runtime's.
		Path file = Files.createTempFile("peer", ".p12");
		file.toFile().deleteOnExit();
		try (OutputStream stored = Files.newOutputStream(file)) {
			trusted.store(stored, "authority".toCharArray());
		}
		System.setProperty("javax.net.ssl.trustStore", file.toString());
		System.setProperty("javax.net.ssl.trustStorePassword", "authority");
		WinRmClientContext context = WinRmClientContext.newInstance();
		WinRmTool tool = WinRmTool.Builder.builder("localhost", args[2], args[3])
			.port(Integer.parseInt(args[0]))
			.useHttps(true)
			.authenticationScheme("Basic")
			.context(context)
			.build();
		int times = Integer.parseInt(args[5]);
		double[] millis = new double[times];
		WinRmToolResponse response = null;
		for (int time = 0; time < times; time++) {
			long begins = System.nanoTime();
			response = tool.executePs(args[4]);
			millis[time] = (System.nanoTime() - begins) / 1e6;
		}
		java.util.Arrays.sort(millis);
		System.out.println(response.getStatusCode() + " " + millis[times / 2]);
		System.out.println(response.getStdErr());
		context.shutdown();
		System.exit(0);
	}

}

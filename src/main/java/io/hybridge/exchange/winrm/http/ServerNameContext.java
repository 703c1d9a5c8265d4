package io.hybridge.exchange.winrm.http;

import java.security.KeyManagementException;
import java.security.SecureRandom;

import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * TLS towards one named server, wherever the connection goes. The HTTP client would tell
 * TLS the address it dials as the peer's name, and Java falls back to the peer's name
 * when the server name indicated does not fit the certificate: a certificate for the
 * address alone would pass. Here the name is the only one there is.
 */
final class ServerNameContext extends SSLContextSpi {

	private final SSLContext trusted;

	private final String name;

	private ServerNameContext(SSLContext trusted, String name) {
		this.trusted = trusted;
		this.name = name;
	}

	/**
	 * A context whose connections see and verify the given name.
	 * @param trusted whose authorities and sessions are used
	 * @param name fully qualified name of the server
	 */
	static SSLContext of(SSLContext trusted, String name) {
		return new SSLContext(new ServerNameContext(trusted, name), trusted.getProvider(), trusted.getProtocol()) {
		};
	}

	@Override
	protected SSLEngine engineCreateSSLEngine() {
		throw new UnsupportedOperationException("Without a port no session can be found again");
	}

	@Override
	protected SSLEngine engineCreateSSLEngine(String address, int port) {
		return this.trusted.createSSLEngine(this.name, port);
	}

	@Override
	protected SSLParameters engineGetDefaultSSLParameters() {
		return this.trusted.getDefaultSSLParameters();
	}

	@Override
	protected SSLParameters engineGetSupportedSSLParameters() {
		return this.trusted.getSupportedSSLParameters();
	}

	@Override
	protected SSLSessionContext engineGetClientSessionContext() {
		return this.trusted.getClientSessionContext();
	}

	@Override
	protected SSLSessionContext engineGetServerSessionContext() {
		return this.trusted.getServerSessionContext();
	}

	@Override
	protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random)
			throws KeyManagementException {
		throw new KeyManagementException("The trust is given");
	}

	@Override
	protected SSLSocketFactory engineGetSocketFactory() {
		throw new UnsupportedOperationException("Only engines know the server's name");
	}

	@Override
	protected SSLServerSocketFactory engineGetServerSocketFactory() {
		throw new UnsupportedOperationException("This is a client");
	}

}

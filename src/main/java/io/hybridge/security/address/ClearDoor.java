package io.hybridge.security.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.Ssl;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Refuses a start that would take passwords over a network in the clear: off loopback the
 * console has a certificate of its own, or a proxy that is named.
 */
@Component
class ClearDoor implements BeanFactoryPostProcessor, EnvironmentAware {

	private Environment environment;

	@Override
	public void setEnvironment(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
		String address = this.environment.getProperty("server.address", "0.0.0.0");
		if (!loopback(address) && !tls() && !proxy()) {
			throw new InTheClear(address);
		}
	}

	private boolean tls() {
		Ssl ssl = bound("server.ssl", Ssl.class, new Ssl());
		return ssl.isEnabled()
				&& Stream.of(ssl.getBundle(), ssl.getCertificate(), ssl.getKeyStore()).anyMatch(StringUtils::hasText);
	}

	private boolean proxy() {
		return bound("hybridge.security.proxies", String[].class, new String[0]).length > 0;
	}

	private <T> T bound(String name, Class<T> type, T otherwise) {
		return Binder.get(this.environment).bind(name, type).orElse(otherwise);
	}

	private static boolean loopback(String address) {
		try {
			return InetAddress.getByName(address).isLoopbackAddress();
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

	/** Nothing protects what is sent. */
	static class InTheClear extends RuntimeException {

		private final String address;

		InTheClear(String address) {
			super("The console would serve " + address + " without TLS");
			this.address = address;
		}

		String address() {
			return this.address;
		}

	}

}

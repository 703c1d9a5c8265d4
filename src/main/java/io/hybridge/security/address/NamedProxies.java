package io.hybridge.security.address;

import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Believes forwarded headers of the proxies that are named, and of nobody else. */
@Component
class NamedProxies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	private final List<String> proxies;

	NamedProxies(SecuritySettings settings) {
		this.proxies = settings.proxies();
	}

	@Override
	public void customize(TomcatServletWebServerFactory server) {
		if (!this.proxies.isEmpty()) {
			server.addEngineValves(valve());
		}
	}

	RemoteIpValve valve() {
		RemoteIpValve valve = new RemoteIpValve();
		valve.setInternalProxies(this.proxies.stream()
			.map((proxy) -> Pattern.quote(InetAddress.ofLiteral(proxy).getHostAddress()))
			.collect(Collectors.joining("|")));
		valve.setHostHeader("X-Forwarded-Host");
		valve.setPortHeader("X-Forwarded-Port");
		return valve;
	}

}

package io.hybridge.security.address;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How people come in.
 *
 * @param address under which people reach this console, for instance
 * {@code https://hybridge.fabrikam.com}; links in invitations use it and never what a
 * request claims. Without it, http on this machine.
 */
@ConfigurationProperties("hybridge.security")
record SecuritySettings(URI address) {
}

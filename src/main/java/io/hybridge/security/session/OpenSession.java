package io.hybridge.security.session;

import java.time.Instant;

import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.session.Session;

/**
 * One session of a person.
 *
 * @param handle names it on a page, which never shows an id
 * @param network from where it was begun; empty where that is not known
 * @param browser in which it was begun; empty where it does not say
 * @param begun when
 * @param seen when the last request came
 * @param here whether it is the one in which somebody is looking
 */
public record OpenSession(String handle, String network, String browser, Instant begun, Instant seen, boolean here) {

	static OpenSession of(Session session, String here) {
		SessionOrigin origin = session.getAttributeOrDefault(SessionOrigin.ATTRIBUTE, SessionOrigin.UNKNOWN);
		return new OpenSession(handle(session.getId()), origin.network(), origin.browser(), session.getCreationTime(),
				session.getLastAccessedTime(), session.getId().equals(here));
	}

	static String handle(String id) {
		return DigestUtils.sha256Hex(id).substring(0, 32);
	}

}

package io.hybridge.security.session;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** Ends sessions of a person whose account changed. */
@Component
public class Sessions {

	private final FindByIndexNameSessionRepository<?> sessions;

	Sessions(FindByIndexNameSessionRepository<?> sessions) {
		this.sessions = sessions;
	}

	public void endAllOf(long account) {
		endOthersOf(account, "");
	}

	public void endOthersOf(long account, String kept) {
		this.sessions.findByPrincipalName(Long.toString(account))
			.keySet()
			.stream()
			.filter((session) -> !session.equals(kept))
			.forEach(this.sessions::deleteById);
	}

}

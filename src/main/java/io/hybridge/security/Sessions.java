package io.hybridge.security;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/** Ends sessions of a person whose account changed. */
@Component
class Sessions {

	private final FindByIndexNameSessionRepository<?> sessions;

	Sessions(FindByIndexNameSessionRepository<?> sessions) {
		this.sessions = sessions;
	}

	void endAllOf(long account) {
		endOthersOf(account, "");
	}

	void endOthersOf(long account, String kept) {
		this.sessions.findByPrincipalName(Long.toString(account))
			.keySet()
			.stream()
			.filter((session) -> !session.equals(kept))
			.forEach(this.sessions::deleteById);
	}

}

package io.hybridge.security.profile;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Component;

import io.hybridge.security.account.SignedIn;
import io.hybridge.security.session.OpenSession;
import io.hybridge.security.session.Sessions;

/** The sessions of who asks; what a person ends of them is recorded. */
@Component
class OwnSessions {

	private final Sessions sessions;

	private final Profile profile;

	OwnSessions(Sessions sessions, Profile profile) {
		this.sessions = sessions;
		this.profile = profile;
	}

	List<OpenSession> of(SignedIn person, HttpServletRequest request) {
		return this.sessions.of(person.accountId(), here(request));
	}

	void end(SignedIn person, String handle) {
		if (this.sessions.end(person.accountId(), handle)) {
			this.profile.record(person, "sessions");
		}
	}

	void endOthers(SignedIn person, HttpServletRequest request) {
		if (this.sessions.endOthersOf(person.accountId(), here(request)) > 0) {
			this.profile.record(person, "sessions");
		}
	}

	private static String here(HttpServletRequest request) {
		return Optional.ofNullable(request.getSession(false)).map(HttpSession::getId).orElse("");
	}

}

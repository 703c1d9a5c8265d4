package io.hybridge.security.stranger;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditOutcome;

/**
 * Watches the doors that open to whoever holds a code or a link. What is right passes
 * always; what is wrong is counted and recorded, and too much of it is not answered.
 */
@Component
public class DoorWatch {

	private static final String NAMELESS = "?";

	private final Attempts attempts;

	private final StrangerRecord refusals;

	DoorWatch(Attempts attempts, StrangerRecord refusals) {
		this.attempts = attempts;
		this.refusals = refusals;
	}

	/**
	 * Counts a code or a link that opens nothing.
	 * @return whether to say so; not when there were too many of this network
	 */
	public boolean answersWrong(Attempts.Door door, HttpServletRequest request) {
		ClientNetwork network = ClientNetwork.of(request.getRemoteAddr());
		if (this.attempts.tooMany(door, network)) {
			return false;
		}
		this.attempts.failed(door, network);
		this.refusals.refused(AuditEntry.of(kind(door), AuditOutcome.REFUSED, AuditActor.stranger(NAMELESS)), network);
		return true;
	}

	private static AuditKind kind(Attempts.Door door) {
		return switch (door) {
			case SIGN_IN -> AuditKind.SIGN_IN;
			case SET_UP -> AuditKind.SET_UP;
			case INVITATION -> AuditKind.USER_JOINED;
		};
	}

}

package io.hybridge.lab.console;

import java.util.List;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import io.hybridge.certificate.Thumbprint;
import io.hybridge.lab.world.LabView;
import io.hybridge.lab.world.LabView.MessageTrace;
import io.hybridge.web.PathHop;
import io.hybridge.web.PathHop.Place;
import io.hybridge.web.PathHop.State;
import io.hybridge.web.text.Times;

/** Draws how far the last test message came. */
@Component
class MessagePath {

	private final MessageSource messages;

	private final Times times;

	MessagePath(MessageSource messages, Times times) {
		this.messages = messages;
		this.times = times;
	}

	List<PathHop> of(LabView view) {
		MessageTrace trace = view.activity().message();
		Integer badge = (view.activity().badge() > 0) ? view.activity().badge() : null;
		if (trace == null) {
			return List.of(hop(Place.SERVER, "server", State.NOT_REACHED, null, null),
					hop(Place.TOKEN, "token", State.NOT_REACHED, null, null),
					hop(Place.CLOUD, "cloud", State.NOT_REACHED, null, null),
					hop(Place.PHONE, "phone", State.NOT_REACHED, null, badge));
		}
		boolean signed = !trace.signedWith().isEmpty();
		boolean arrived = trace.badge() > 0;
		String signedBy = signed ? text("lab.path.signed", trace.server(), this.times.second(trace.at()))
				: trace.error();
		String issued = trace.tokenIssued() ? text("lab.path.issued", new Thumbprint(trace.signedWith()).brief())
				: signed ? trace.error() : null;
		String accepted = trace.accepted() ? text("lab.path.accepted") : trace.tokenIssued() ? trace.error() : null;
		return List.of(hop(Place.SERVER, "server", state(signed, true), signedBy, null),
				hop(Place.TOKEN, "token", state(trace.tokenIssued(), signed), issued, null),
				hop(Place.CLOUD, "cloud", state(trace.accepted(), trace.tokenIssued()), accepted, null),
				hop(Place.PHONE, "phone", state(arrived, trace.accepted()), arrived ? text("lab.path.arrived") : null,
						badge));
	}

	private PathHop hop(Place place, String name, State state, String evidence, Integer badge) {
		String status = switch (state) {
			case PROVED -> "done";
			case BROKEN -> "attention";
			case UNKNOWN -> "unknown";
			case WAITING -> "waiting";
			case NOT_REACHED -> "not-reached";
		};
		return new PathHop(place, text("lab.path." + name), state, status, evidence, badge);
	}

	private static State state(boolean there, boolean reached) {
		return there ? State.PROVED : reached ? State.BROKEN : State.NOT_REACHED;
	}

	private String text(String key, Object... values) {
		return this.messages.getMessage(key, values, LocaleContextHolder.getLocale());
	}

}

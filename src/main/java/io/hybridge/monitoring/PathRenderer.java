package io.hybridge.monitoring;

import java.util.List;

import org.springframework.stereotype.Component;

import io.hybridge.web.PathHop;
import io.hybridge.web.text.MessageRenderer;
import io.hybridge.web.text.StoredMessage;

/** Puts the path into words. */
@Component
class PathRenderer {

	private final MessageRenderer texts;

	PathRenderer(MessageRenderer texts) {
		this.texts = texts;
	}

	List<PathHop> draw(List<HopState> path) {
		return path.stream().map(this::draw).toList();
	}

	private PathHop draw(HopState hop) {
		String name = this.texts.of(StoredMessage.of("monitoring.hop." + hop.place().getIcon()));
		return new PathHop(hop.place(), name, hop.state(), hop.status(), this.texts.of(hop.reason()), hop.badge());
	}

}

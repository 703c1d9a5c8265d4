package io.hybridge.monitoring;

import java.util.List;

import org.springframework.stereotype.Component;

import io.hybridge.enablement.Text;
import io.hybridge.enablement.Texts;
import io.hybridge.web.Hop;

/** Puts the path into words. */
@Component
class Paths {

	private final Texts texts;

	Paths(Texts texts) {
		this.texts = texts;
	}

	List<Hop> draw(List<PathView.View> path) {
		return path.stream().map(this::draw).toList();
	}

	private Hop draw(PathView.View hop) {
		String name = this.texts.of(Text.of("monitoring.hop." + hop.place().getIcon()));
		return new Hop(hop.place(), name, hop.state(), hop.status(), this.texts.of(hop.reason()), null);
	}

}

package io.hybridge.microsoft365;

import java.util.List;

import io.hybridge.organization.Environment;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.remote.RemoteFailure.Phase;
import org.springframework.stereotype.Component;

/** All clouds that the console can reach. */
@Component
class Clouds {

	private final List<CloudSource> sources;

	Clouds(List<CloudSource> sources) {
		this.sources = List.copyOf(sources);
	}

	Cloud require(Environment environment) {
		return this.sources.stream()
			.flatMap((source) -> source.find(environment).stream())
			.findFirst()
			.orElseThrow(() -> RemoteFailure.withoutEffect("Microsoft 365", Phase.NAME, "microsoft365.no-cloud", ""));
	}

}

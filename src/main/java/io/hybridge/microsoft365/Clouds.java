package io.hybridge.microsoft365;

import java.util.List;

import org.springframework.stereotype.Component;

import io.hybridge.organization.Environment;
import io.hybridge.remote.RemoteFailure;

/** All clouds that the console can reach. */
@Component
public class Clouds {

	private final List<CloudSource> sources;

	Clouds(List<CloudSource> sources) {
		this.sources = List.copyOf(sources);
	}

	public Cloud require(Environment environment) {
		return this.sources.stream()
			.flatMap((source) -> source.find(environment).stream())
			.findFirst()
			.orElseThrow(() -> RemoteFailure.withoutEffect("Microsoft 365", "microsoft365.no-cloud", ""));
	}

}

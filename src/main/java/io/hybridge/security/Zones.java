package io.hybridge.security;

import java.time.ZoneId;
import java.util.List;

/** Time zones a person can choose: those named after places, and UTC. */
final class Zones {

	private static final List<String> ALL = ZoneId.getAvailableZoneIds()
		.stream()
		.filter((id) -> id.equals("UTC")
				|| id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian" + "|Pacific)/.+"))
		.sorted()
		.toList();

	private Zones() {
	}

	static List<String> all() {
		return ALL;
	}

	static boolean known(String id) {
		return ALL.contains(id);
	}

}

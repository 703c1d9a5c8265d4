package io.hybridge.security.account;

import java.time.ZoneId;
import java.util.List;

/** Time zones a person can choose: those named after places, and UTC. */
public final class TimeZones {

	private static final List<String> ALL = ZoneId.getAvailableZoneIds()
		.stream()
		.filter((id) -> id.equals("UTC")
				|| id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian" + "|Pacific)/.+"))
		.sorted()
		.toList();

	private TimeZones() {
	}

	public static List<String> all() {
		return ALL;
	}

	public static boolean known(String id) {
		return ALL.contains(id);
	}

}

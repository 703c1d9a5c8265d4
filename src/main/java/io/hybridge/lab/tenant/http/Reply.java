package io.hybridge.lab.tenant.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import io.hybridge.lab.Ledger.Effect;

/**
 * An answer of the tenant, before anybody decides whether it arrives.
 *
 * @param status of HTTP
 * @param headers to send
 * @param body as text
 * @param effects sequence numbers of what was done for it
 */
public record Reply(int status, Map<String, String> headers, String body, List<Long> effects) {

	public static Reply json(int status, Object body) {
		return new Reply(status, Map.of("Content-Type", "application/json; charset=utf-8"),
				JsonMapper.shared().writeValueAsString(body), List.of());
	}

	public static Reply empty(int status) {
		return new Reply(status, Map.of(), "", List.of());
	}

	public static Reply html(int status, String page) {
		return new Reply(status, Map.of("Content-Type", "text/html; charset=utf-8"), page, List.of());
	}

	public Reply header(String name, String value) {
		Map<String, String> more = new LinkedHashMap<>(this.headers);
		more.put(name, value);
		return new Reply(this.status, more, this.body, this.effects);
	}

	public Reply about(Effect effect) {
		List<Long> more = new ArrayList<>(this.effects);
		more.add(effect.sequence());
		return new Reply(this.status, this.headers, this.body, more);
	}

}

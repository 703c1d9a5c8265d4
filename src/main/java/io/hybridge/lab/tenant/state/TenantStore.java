package io.hybridge.lab.tenant.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.json.JsonMapper;

import io.hybridge.lab.Ledger;
import io.hybridge.lab.Ledger.Effect;

/** Keeps the tenant's state and writes its effects to the ledger before they are seen. */
public final class TenantStore {

	private final Ledger ledger;

	private volatile TenantState state;

	public TenantStore(Ledger ledger) {
		this.ledger = ledger;
		this.state = TenantState.of(ledger.effects()).orElse(null);
	}

	public TenantState state() {
		return this.state;
	}

	public synchronized void create(TenantState fresh, String scenario) {
		append(TenantEffect.TenantCreated,
				Map.of("scenario", scenario, "state", JsonMapper.shared().writeValueAsString(fresh)));
	}

	public synchronized Effect replaceKeys(List<TenantKey> keys, String by) {
		List<String> before = thumbprints(this.state.keys());
		List<String> after = thumbprints(keys);
		Map<String, String> values = new LinkedHashMap<>();
		values.put("added", String.join(" ", without(after, before)));
		values.put("removed", String.join(" ", without(before, after)));
		values.put("count", Integer.toString(keys.size()));
		values.put("by", by);
		values.put("keys", JsonMapper.shared().writeValueAsString(keys));
		return append(TenantEffect.KeysReplaced, values);
	}

	public synchronized Effect append(TenantEffect kind, Map<String, String> values) {
		Effect effect = this.ledger.append("tenant", kind.name(), values);
		this.state = TenantState.after(this.state, effect);
		return effect;
	}

	private static List<String> thumbprints(List<TenantKey> keys) {
		return keys.stream().map((key) -> key.certificate().thumbprint().value()).toList();
	}

	private static List<String> without(List<String> all, List<String> taken) {
		List<String> rest = new ArrayList<>(all);
		taken.forEach(rest::remove);
		return rest;
	}

}

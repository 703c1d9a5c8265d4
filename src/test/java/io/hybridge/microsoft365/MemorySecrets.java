package io.hybridge.microsoft365;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.hybridge.security.secret.Secrets;

/** Keeps secrets for one test. */
public final class MemorySecrets implements Secrets {

	public final Map<String, String> rows = new ConcurrentHashMap<>();

	@Override
	public void store(String owner, String field, String value) {
		this.rows.put(owner + "/" + field, value);
	}

	@Override
	public Optional<String> read(String owner, String field) {
		return Optional.ofNullable(this.rows.get(owner + "/" + field));
	}

	@Override
	public boolean destroy(String owner, String field) {
		return this.rows.remove(owner + "/" + field) != null;
	}

	@Override
	public void destroyAll(String owner, String beginning) {
		this.rows.keySet().removeIf((row) -> row.startsWith(owner + "/" + beginning));
	}

}

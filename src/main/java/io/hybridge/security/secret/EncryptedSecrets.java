package io.hybridge.security.secret;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Secrets as encrypted rows; the key is in a file and never in the database. */
@Component
class EncryptedSecrets implements Secrets {

	private final JdbcClient jdbc;

	private final SecretKeyFile key;

	private final Clock clock;

	EncryptedSecrets(JdbcClient jdbc, SecretKeyFile key, Clock clock) {
		this.jdbc = jdbc;
		this.key = key;
		this.clock = clock;
	}

	@Override
	@Transactional
	public void store(String owner, String field, String value) {
		SealedBytes sealed = this.key.cipher().seal(value.getBytes(StandardCharsets.UTF_8), place(owner, field));
		if (write("update secret set nonce = :nonce, sealed = :sealed, stored_at = :now"
				+ " where owner = :owner and field = :field", owner, field, sealed) == 0) {
			write("insert into secret (owner, field, nonce, sealed, stored_at)"
					+ " values (:owner, :field, :nonce, :sealed, :now)", owner, field, sealed);
		}
	}

	private int write(String sql, String owner, String field, SealedBytes sealed) {
		return this.jdbc.sql(sql)
			.param("owner", owner)
			.param("field", field)
			.param("nonce", sealed.nonce())
			.param("sealed", sealed.content())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.update();
	}

	@Override
	public Optional<String> read(String owner, String field) {
		return this.jdbc.sql("select nonce, sealed from secret where owner = :owner and field = :field")
			.param("owner", owner)
			.param("field", field)
			.query((row, number) -> new SealedBytes(row.getBytes(1), row.getBytes(2)))
			.optional()
			.map((sealed) -> this.key.cipher().open(sealed, place(owner, field)))
			.map((bytes) -> new String(bytes, StandardCharsets.UTF_8));
	}

	@Override
	@Transactional
	public boolean destroy(String owner, String field) {
		return this.jdbc.sql("delete from secret where owner = :owner and field = :field")
			.param("owner", owner)
			.param("field", field)
			.update() > 0;
	}

	@Override
	public void destroyAll(String owner, String beginning) {
		this.jdbc.sql("delete from secret where owner = :owner and substring(field, 1, :length) = :beginning")
			.param("owner", owner)
			.param("length", beginning.length())
			.param("beginning", beginning)
			.update();
	}

	/**
	 * The lengths keep owner and field apart: "a" + "bc" is another place than "ab" +
	 * "c".
	 */
	private static byte[] place(String owner, String field) {
		return (owner.length() + ":" + owner + field.length() + ":" + field).getBytes(StandardCharsets.UTF_8);
	}

}

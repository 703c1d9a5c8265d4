package io.hybridge.exchange.bundle;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.hybridge.exchange.powershell.ScriptCall;

/** What persons brought, as long as a run may still use it. */
@Component
class BroughtAnswers {

	private final JdbcClient jdbc;

	BroughtAnswers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The answer to a call. A bundle counts once it is whole.
	 * @param errand the first run of those that look together
	 */
	Reply to(long errand, ScriptCall call) {
		Optional<Reply> reply = this.jdbc.sql("""
				select c.answer, b.discarded_at is not null as discarded from bundle_call c
				join bundle b on b.id = c.bundle_id
				where b.errand = :errand and b.closed_at is null and c.mark = :mark and (b.discarded_at is not null
				  or not exists (select 1 from bundle_call o where o.bundle_id = b.id and o.answer is null))
				order by b.id desc, c.number desc limit 1""")
			.param("errand", errand)
			.param("mark", CallMark.of(call))
			.query((row, number) -> row.getBoolean("discarded") ? new Discarded()
					: (Reply) new Answered(row.getString("answer")))
			.optional();
		return reply.or(() -> anyDiscarded(errand)).orElseGet(Missing::new);
	}

	/** Who discards a bundle brings nothing more for its run. */
	private Optional<Reply> anyDiscarded(long errand) {
		boolean discarded = this.jdbc
			.sql("select count(*) from bundle where errand = ? and closed_at is null and discarded_at is not null")
			.param(errand)
			.query(Long.class)
			.single() > 0;
		return discarded ? Optional.of(new Discarded()) : Optional.empty();
	}

	/** What is there for a call. */
	sealed interface Reply {

	}

	/**
	 * It was brought.
	 *
	 * @param output what the script printed
	 */
	record Answered(String output) implements Reply {
	}

	/** Nobody will bring it. */
	record Discarded() implements Reply {
	}

	/** Nobody has brought it yet. */
	record Missing() implements Reply {
	}

}

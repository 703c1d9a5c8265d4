package io.hybridge.audit.reading;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.audit.search.Search;

/**
 * Writes the records of a search into a file, some at a time, so that nothing stays open
 * however many they are, and records who took them.
 */
@Component
class AuditExport {

	private static final int SOME = 500;

	/** As long as a search that can be read. */
	private static final int MOST_OF_A_LINE = 500;

	private final AuditQueries queries;

	private final AuditSentences sentences;

	private final AuditLog audit;

	private final TransactionOperations transaction;

	AuditExport(AuditQueries queries, AuditSentences sentences, AuditLog audit, TransactionOperations transaction) {
		this.queries = queries;
		this.sentences = sentences;
		this.audit = audit;
		this.transaction = transaction;
	}

	/**
	 * Begins an export of what is recorded by now. Without its record nothing is sent.
	 * @param search that chooses the records
	 * @param format of the file
	 * @param person who takes them
	 */
	Begun begin(Search search, ExportFormat format, AuditActor person) {
		Begun begun = new Begun(search, format, person, UUID.randomUUID().toString(), this.queries.last());
		append(begun.entry(AuditOutcome.ATTEMPTED));
		return begun;
	}

	/**
	 * Records that somebody wanted records and got none.
	 * @param line and format as sent, whether they can be read or not
	 */
	void refuse(AuditActor person, String line, String format, Refusal why) {
		append(AuditEntry.of(AuditKind.AUDIT_EXPORT, AuditOutcome.REFUSED, person)
			.with("format", beginning(format))
			.with("filter", beginning(line))
			.with("refusal", why.slug()));
	}

	private static String beginning(String sent) {
		return (sent.length() > MOST_OF_A_LINE) ? sent.substring(0, MOST_OF_A_LINE) + "…" : sent;
	}

	/**
	 * Writes the file, newest first, and records how many records it got.
	 * @throws IOException where nobody takes it any longer, or the turn is over
	 */
	void write(Begun begun, ExportTurns.Turn turn, Writer out) throws IOException {
		long written = 0;
		AuditOutcome outcome = AuditOutcome.NOT_DONE;
		try {
			out.write(begun.format().head());
			for (List<AuditDetail> some = some(begun, begun.last()); !some.isEmpty(); some = some(begun,
					some.getLast().summary().id() - 1)) {
				turn.requireTime();
				for (AuditDetail detail : some) {
					out.write(begun.format().line(detail, this.sentences.text(detail.summary().sentence())));
				}
				out.flush();
				written += some.size();
			}
			outcome = AuditOutcome.DONE;
		}
		finally {
			append(begun.entry(outcome).with("records", Long.toString(written)));
		}
	}

	private List<AuditDetail> some(Begun begun, long id) {
		return this.queries.upTo(id, begun.search().filter(), SOME);
	}

	private void append(AuditEntry entry) {
		this.transaction.executeWithoutResult((status) -> this.audit.append(entry));
	}

	/** Why nothing was exported. */
	enum Refusal {

		/** The person has another export under way. */
		OWN_EXPORT,
		/** As many exports as the console writes at once are under way. */
		ALL_TURNS,
		/** The search cannot be read. */
		SEARCH,
		/** There is no such format. */
		FORMAT;

		String slug() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/**
	 * An export that is recorded.
	 *
	 * @param search that chooses the records
	 * @param format of the file
	 * @param person who takes them
	 * @param pair joins its two records
	 * @param last record that may be in it
	 */
	record Begun(Search search, ExportFormat format, AuditActor person, String pair, long last) {

		private AuditEntry entry(AuditOutcome outcome) {
			return AuditEntry.of(AuditKind.AUDIT_EXPORT, outcome, this.person)
				.paired(this.pair)
				.with("format", this.format.extension())
				.with("filter", this.search.form().q());
		}

	}

}

package io.hybridge.audit.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.hybridge.audit.AuditActor;

/** How records are written into a file: a table for people, or lines for a verifier. */
enum ExportFormat {

	/** RFC 4180, with a mark by which a spreadsheet knows the encoding. */
	CSV("csv", "text/csv;charset=UTF-8") {

		@Override
		String head() {
			return "\uFEFF" + Csv.row(COLUMNS);
		}

		@Override
		String line(AuditDetail detail, String sentence) {
			AuditSummary summary = detail.summary();
			AuditActor actor = summary.actor();
			return Csv.row(Arrays.asList(summary.id(), summary.at(), summary.organization(), summary.chain(),
					summary.number(), actor.name(), actor.type(), detail.address(), summary.kind(), summary.outcome(),
					summary.server(), summary.runId(), summary.reason(), sentence, detail.parameters(),
					detail.evidence(), detail.hash()));
		}

	},

	/** A record to a line; its bytes are exactly those that the hash covers. */
	JSON_LINES("jsonl", "application/jsonl;charset=UTF-8") {

		@Override
		String head() {
			return "";
		}

		@Override
		String line(AuditDetail detail, String sentence) {
			return "{\"hash\":\"" + detail.hash() + "\",\"id\":" + detail.summary().id() + ",\"record\":"
					+ detail.canonical() + "}\n";
		}

	};

	private static final List<String> COLUMNS = List.of("record", "time", "organization", "chain", "number", "actor",
			"actor_type", "address", "action", "outcome", "server", "run", "reason", "sentence", "parameters",
			"evidence", "hash");

	private final String extension;

	private final String mediaType;

	ExportFormat(String extension, String mediaType) {
		this.extension = extension;
		this.mediaType = mediaType;
	}

	static Optional<ExportFormat> named(String extension) {
		return Arrays.stream(values()).filter((format) -> format.extension.equals(extension)).findFirst();
	}

	String extension() {
		return this.extension;
	}

	String mediaType() {
		return this.mediaType;
	}

	abstract String head();

	abstract String line(AuditDetail detail, String sentence);

}

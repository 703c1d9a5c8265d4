package io.hybridge.audit.search;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.hybridge.audit.AuditChain;
import io.hybridge.audit.AuditWords;

/**
 * Which records a person wants to see. Every value becomes a parameter, never part of a
 * statement.
 *
 * @param conditions that all hold
 */
public record AuditFilter(List<Condition> conditions) {

	/** Every record. */
	public static final AuditFilter ALL = new AuditFilter(List.of());

	/**
	 * The conditions as SQL.
	 * @param parameters get the values
	 * @return one condition each
	 */
	public List<String> sql(Map<String, Object> parameters) {
		List<String> sql = new ArrayList<>();
		this.conditions.forEach((condition) -> sql.add(condition.sql(parameters)));
		return sql;
	}

	/** The words of which one must be there, by condition. */
	public List<List<String>> words() {
		return this.conditions.stream()
			.filter((condition) -> condition instanceof Text text && !text.negative())
			.map((condition) -> ((Text) condition).alternatives().stream().map(Row::rarest).toList())
			.toList();
	}

	/**
	 * The time that is meant, where it has ended.
	 * @param parameters get its values
	 * @return one condition, or nothing
	 */
	public Optional<String> span(Map<String, Object> parameters) {
		List<Moment> moments = this.conditions.stream()
			.filter(Moment.class::isInstance)
			.map(Moment.class::cast)
			.toList();
		return moments.stream().anyMatch(Moment::end)
				? Optional
					.of(moments.stream().map((moment) -> moment.sql(parameters)).collect(Collectors.joining(" and ")))
				: Optional.empty();
	}

	/**
	 * Whether each record of a run stands for itself: where some of them are left out, or
	 * just the records of a run are asked for.
	 */
	public boolean splitsRuns() {
		return this.conditions.stream()
			.anyMatch((condition) -> condition instanceof OneOf one && switch (one.column()) {
				case CHAIN -> false;
				case RUN -> !one.negative();
				case KIND, OUTCOME -> true;
			});
	}

	/** The one organization that it is about, by its id. */
	public Optional<Long> organization() {
		return this.conditions.stream()
			.filter((condition) -> condition instanceof OneOf one && one.column() == Column.CHAIN && !one.negative()
					&& one.values().size() == 1)
			.map((condition) -> (Long) ((OneOf) condition).values().getFirst())
			.filter((chain) -> chain != AuditChain.CONSOLE)
			.findFirst();
	}

	/**
	 * The values as parameters that a statement may name.
	 * @param parameters so far
	 * @param value of the next
	 * @return its name with a colon
	 */
	public static String named(Map<String, Object> parameters, Object value) {
		String name = "p" + parameters.size();
		parameters.put(name, value);
		return ":" + name;
	}

	/** One condition. */
	public sealed interface Condition {

		/**
		 * As SQL.
		 * @param parameters get its values
		 * @return the condition
		 */
		String sql(Map<String, Object> parameters);

	}

	/** A column that a condition compares as a whole. */
	enum Column {

		CHAIN("chain"), KIND("kind"), OUTCOME("outcome"), RUN("coalesce(run_id, -1)", "run_id");

		private final String negated;

		private final String name;

		Column(String name) {
			this(name, name);
		}

		Column(String negated, String name) {
			this.negated = negated;
			this.name = name;
		}

	}

	/**
	 * One of some values, or none of them.
	 *
	 * @param column compared
	 * @param values text or numbers
	 * @param negative whether to leave them out
	 */
	record OneOf(Column column, List<?> values, boolean negative) implements Condition {

		@Override
		public String sql(Map<String, Object> parameters) {
			if (this.values.size() == 1 && !this.negative) {
				return this.column.name + " = " + named(parameters, this.values.getFirst());
			}
			return (this.negative ? this.column.negated + " not" : this.column.name) + " in ("
					+ named(parameters, this.values) + ")";
		}

	}

	/**
	 * Words in a row, or none of the rows.
	 *
	 * @param alternatives of which one must be there
	 * @param negative whether to leave them out
	 */
	record Text(List<Row> alternatives, boolean negative) implements Condition {

		@Override
		public String sql(Map<String, Object> parameters) {
			return this.alternatives.stream()
				.map((row) -> "position(" + named(parameters, row.text()) + " in words) > 0")
				.collect(Collectors.joining(" or ", this.negative ? "not (" : "(", ")"));
		}

	}

	/**
	 * Words in a row.
	 *
	 * @param field with a colon, or empty
	 * @param words in order
	 */
	record Row(String field, List<String> words) {

		/** An address is known by how it begins, everything else by any of its words. */
		String text() {
			String row = AuditWords.row(this.field, this.words);
			return this.field.equals(SearchField.ADDRESS.key() + ":") ? " " + row : row;
		}

		/** The longest is most likely the one that stands in few records. */
		String rarest() {
			return this.words.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
		}

	}

	/**
	 * Not before, or before a moment.
	 *
	 * @param at the moment
	 * @param end whether it ends the time that is meant
	 */
	record Moment(Instant at, boolean end) implements Condition {

		@Override
		public String sql(Map<String, Object> parameters) {
			return "happened_at " + (this.end ? "< " : ">= ") + named(parameters, this.at.atOffset(ZoneOffset.UTC));
		}

	}

	/** Parameters for a new statement. */
	public static Map<String, Object> parameters() {
		return new LinkedHashMap<>();
	}

}

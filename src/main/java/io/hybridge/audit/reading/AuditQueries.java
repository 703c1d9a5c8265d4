package io.hybridge.audit.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.search.AuditFilter;
import io.hybridge.audit.search.OrganizationNames;
import io.hybridge.web.sight.Sight;

/** Reads the record, a page at a time and always by key. */
@Component
@Transactional(readOnly = true)
class AuditQueries {

	/** As many organizations as a list offers. */
	static final int OFFERED = 500;

	private static final int REACH = 300;

	private static final int BEHIND_A_REMOVAL = 50;

	private static final int FEW = 20_000;

	private static final int OF_A_PAIR = 50;

	private final JdbcClient jdbc;

	AuditQueries(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	AuditPage newest(AuditFilter filter, int size) {
		List<AuditSummary> summaries = summaries(filter, null, null, "desc", size + 1);
		return new AuditPage(first(summaries, size), false, summaries.size() > size);
	}

	AuditPage olderThan(long id, AuditFilter filter, int size) {
		List<AuditSummary> summaries = summaries(filter, "id < :id", id, "desc", size + 1);
		boolean newer = !summaries(filter, "id >= :id", id, "asc", 1).isEmpty();
		return new AuditPage(first(summaries, size), newer, summaries.size() > size);
	}

	/** The entries just above one; where that is not a page full, simply the newest. */
	AuditPage newerThan(long id, AuditFilter filter, int size) {
		List<AuditSummary> summaries = summaries(filter, "id > :id", id, "asc", size + 1);
		if (summaries.size() < size) {
			return newest(filter, size);
		}
		return new AuditPage(first(summaries, size).reversed(), summaries.size() > size, true);
	}

	/**
	 * What changed something, among the newest records: no look, no proof, and nothing
	 * that was refused. Looks at a bounded number of them, so a long quiet time may leave
	 * the list short.
	 */
	List<AuditSummary> changes(Long chain, int size) {
		String newest = "select " + AuditSummary.COLUMNS + " from audit_entry where " + seen()
				+ ((chain != null) ? " and chain = :chain" : "") + " order by id desc limit :reach";
		JdbcClient.StatementSpec statement = this.jdbc.sql("select * from (" + newest + """
				) newest where (kind = 'RUN' and outcome not in ('ATTEMPTED', 'REFUSED', 'UNCHECKED')
				  and (parameters like '%"runKind":"apply"%' or parameters like '%"runKind":"undo"%'))
				or (outcome = 'DONE' and kind in ('ORGANIZATION_REGISTERED', 'ORGANIZATION_CORRECTED',
				  'ORGANIZATION_ARCHIVED', 'ORGANIZATION_RESTORED', 'ORGANIZATION_REMOVED', 'CONNECTION_CHANGED',
				  'APP_REGISTRATION_CHANGED', 'CLOUD_CONFIRMED'))
				order by id desc limit :limit""").param("reach", REACH).param("limit", size);
		return ((chain != null) ? statement.param("chain", chain) : statement).query(AuditSummary::read).list();
	}

	/**
	 * What the runs of a page did, in one statement: of each deed its newest record.
	 * @param each how many deeds of one run at most, its first ones; a page asks for one
	 * more than it shows, to say so where there are more
	 */
	List<AuditSummary> deedsOf(List<Long> runs, int each) {
		if (runs.isEmpty()) {
			return List.of();
		}
		return this.jdbc
			.sql("select " + AuditSummary.COLUMNS
					+ " from audit_entry where id in (select id from (select max(id) as id,"
					+ " row_number() over (partition by run_id order by min(id)) as place from audit_entry"
					+ " where run_id in (:runs) and (kind <> 'RUN' or pair is null)"
					+ " group by run_id, coalesce(pair, cast(id as varchar))) numbered where place <= :each)"
					+ " order by id")
			.param("runs", runs)
			.param("each", each)
			.query(AuditSummary::read)
			.list();
	}

	/**
	 * The attempts and results that some records belong to, in one statement; of each
	 * deed the newest.
	 */
	List<AuditSummary> pairsOf(List<AuditSummary> summaries) {
		Set<String> pairs = new TreeSet<>();
		Set<Long> chains = new TreeSet<>();
		summaries.stream().filter((summary) -> summary.pair() != null).forEach((summary) -> {
			pairs.add(summary.pair());
			chains.add(summary.chain());
		});
		if (pairs.isEmpty()) {
			return List.of();
		}
		return this.jdbc
			.sql("select " + AuditSummary.COLUMNS + " from audit_entry where id in (select id from (select id,"
					+ " row_number() over (partition by chain, pair order by id desc) as place from audit_entry"
					+ " where pair in (:pairs) and chain in (:chains)) numbered where place <= :each) order by id")
			.param("pairs", pairs)
			.param("chains", chains)
			.param("each", OF_A_PAIR)
			.query(AuditSummary::read)
			.list();
	}

	List<AuditSummary> ofRun(long runId, int size) {
		return this.jdbc
			.sql("select " + AuditSummary.COLUMNS + " from audit_entry where run_id = ? order by id limit ?")
			.params(runId, size)
			.query(AuditSummary::read)
			.list();
	}

	Optional<AuditDetail> find(long id) {
		return this.jdbc.sql("select " + AuditDetail.COLUMNS + " from audit_entry where id = ?")
			.param(id)
			.query(AuditDetail::read)
			.optional();
	}

	/** An attempt and its result, the newest of them in order. */
	List<AuditDetail> pairOf(AuditDetail detail) {
		if (detail.summary().pair() == null) {
			return List.of(detail);
		}
		return this.jdbc
			.sql("select " + AuditDetail.COLUMNS + " from audit_entry where id in (select id from audit_entry"
					+ " where pair = ? and chain = ? order by id desc limit ?) order by id")
			.params(detail.summary().pair(), detail.summary().chain(), OF_A_PAIR)
			.query(AuditDetail::read)
			.list();
	}

	/**
	 * Whether an organization was removed, and its runs with it. Hardly anything is
	 * recorded of it afterwards, so it looks at the end of its chain only.
	 */
	boolean removed(long chain) {
		return this.jdbc
			.sql("select count(*) from (select kind from audit_entry where chain = ? order by id desc limit ?) newest"
					+ " where kind = 'ORGANIZATION_REMOVED'")
			.params(chain, BEHIND_A_REMOVAL)
			.query(Integer.class)
			.single() > 0;
	}

	/** The record at a place of a chain. */
	Optional<Link> at(long chain, long number) {
		return this.jdbc.sql("select id, hash from audit_entry where chain = ? and number = ?")
			.params(chain, number)
			.query((row, index) -> new Link(row.getLong("id"), row.getString("hash")))
			.optional();
	}

	/** The number that the chain itself says was given last, or 0. */
	long lastNumber(long chain) {
		return this.jdbc.sql("select last_number from audit_chain where chain = ?")
			.param(chain)
			.query(Long.class)
			.optional()
			.orElse(0L);
	}

	/**
	 * The organizations that have records, as far as a list can sensibly offer them.
	 * @return at most one more than {@link #OFFERED}, so that the page can say so
	 */
	List<Chain> organizations() {
		return this.jdbc
			.sql("select chain, case when organization_domain is not null and exists (select 1 from audit_chain n"
					+ " where n.organization_name = c.organization_name and n.chain <> c.chain)"
					+ " then concat(organization_name, ' (', organization_domain, ')') else organization_name end"
					+ " as organization_name from audit_chain c where chain > 0 and " + seen()
					+ " order by organization_name, chain " + "limit ?")
			.param(OFFERED + 1)
			.query((row, index) -> new Chain(row.getLong("chain"), row.getString("organization_name")))
			.list();
	}

	/**
	 * The organizations whose last name begins so, in any case of letters.
	 * @return at most one more than a search takes, so that it can say that there are
	 * more
	 */
	List<Long> organizationsNamed(String beginning) {
		return this.jdbc
			.sql("select chain from audit_chain where chain > 0 and position(? in lower(organization_name)) = 1 and "
					+ seen() + " order by chain limit ?")
			.params(beginning, OrganizationNames.MOST + 1)
			.query(Long.class)
			.list();
	}

	/**
	 * How many there are, as far as a person wants to know.
	 * @return at most one more than {@code bound}
	 */
	int count(AuditFilter filter, int bound) {
		Map<String, Object> parameters = AuditFilter.parameters();
		String where = where(conditions(filter, parameters));
		return this.jdbc.sql("select count(*) from (select 1 from audit_entry" + where + " limit :limit) hits")
			.params(parameters)
			.param("limit", bound + 1)
			.query(Integer.class)
			.single();
	}

	/** The newest record, or 0. */
	long last() {
		return this.jdbc.sql("select coalesce(max(id), 0) from audit_entry").query(Long.class).single();
	}

	/** Whole records up to one, newest first. */
	List<AuditDetail> upTo(long id, AuditFilter filter, int size) {
		return select(AuditDetail.COLUMNS, filter, "id <= :id", id, "desc", size).query(AuditDetail::read).list();
	}

	private List<AuditSummary> summaries(AuditFilter filter, String position, Long id, String order, int limit) {
		return select(AuditSummary.COLUMNS, filter, position, id, order, limit).query(AuditSummary::read).list();
	}

	private JdbcClient.StatementSpec select(String columns, AuditFilter filter, String position, Long id, String order,
			int limit) {
		Map<String, Object> parameters = AuditFilter.parameters();
		List<String> conditions = conditions(filter, parameters);
		if (position != null) {
			conditions.add(position);
			parameters.put("id", id);
		}
		return this.jdbc
			.sql("select " + columns + " from audit_entry" + where(conditions) + " order by id " + order
					+ " limit :limit")
			.params(parameters)
			.param("limit", limit);
	}

	private List<String> conditions(AuditFilter filter, Map<String, Object> parameters) {
		List<String> conditions = new ArrayList<>(filter.sql(parameters));
		conditions.add(seen());
		if (filter.span(AuditFilter.parameters()).isPresent()
				&& few("audit_entry", (values) -> filter.span(values).get())) {
			conditions.add(among("id", "audit_entry", filter.span(parameters).get()));
		}
		filter.words()
			.stream()
			.filter((words) -> few("audit_word", (values) -> beginning(words, values)))
			.findFirst()
			.ifPresent((words) -> conditions.add(among("entry", "audit_word", beginning(words, parameters))));
		return conditions;
	}

	/** The limit keeps a planner from looking through all records by id instead. */
	private static String among(String id, String table, String condition) {
		return "id in (select " + id + " from " + table + " where " + condition + " limit " + 2 * FEW + ")";
	}

	/**
	 * Whether it pays to begin with a condition. Where many records have it, a page is
	 * full sooner when the newest are looked through.
	 */
	private boolean few(String table, Function<Map<String, Object>, String> condition) {
		Map<String, Object> parameters = AuditFilter.parameters();
		String where = condition.apply(parameters);
		return this.jdbc.sql("select count(*) from (select 1 from " + table + " where " + where + " limit :limit) hits")
			.params(parameters)
			.param("limit", FEW + 1)
			.query(Integer.class)
			.single() <= FEW;
	}

	/** No byte of UTF-8 is as high as the one at the end. */
	private static String beginning(List<String> words, Map<String, Object> parameters) {
		return words.stream().map((word) -> {
			byte[] from = word.getBytes(StandardCharsets.UTF_8);
			byte[] until = Arrays.copyOf(from, from.length + 1);
			until[from.length] = (byte) 0xFF;
			return "word >= " + AuditFilter.named(parameters, from) + " and word < "
					+ AuditFilter.named(parameters, until);
		}).collect(Collectors.joining(" or "));
	}

	/** The chain of an organization has its number; that of the console is nobody's. */
	private static String seen() {
		return Sight.asking().among("chain");
	}

	private static String where(List<String> conditions) {
		return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
	}

	private static List<AuditSummary> first(List<AuditSummary> summaries, int size) {
		return summaries.subList(0, Math.min(summaries.size(), size));
	}

	/**
	 * A place in a chain.
	 *
	 * @param id of its record
	 * @param hash of its bytes
	 */
	record Link(long id, String hash) {

		/** The beginning of the hash. */
		public String brief() {
			return this.hash.substring(0, Math.min(8, this.hash.length()));
		}

	}

	/**
	 * The chain of an organization.
	 *
	 * @param id of the organization
	 * @param name it had last, or null
	 */
	record Chain(long id, String name) {
	}

}

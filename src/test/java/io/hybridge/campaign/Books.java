package io.hybridge.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

import io.hybridge.campaign.Finding.Kind;
import io.hybridge.organization.OrganizationId;

/**
 * Compares what really happened with what the journal and the record say of it, and both
 * with how the runs ended, which is what the pages show.
 */
final class Books {

	private final JdbcClient jdbc;

	private final OrganizationId organization;

	private final World world;

	private final List<Finding> findings = new ArrayList<>();

	Books(JdbcClient jdbc, OrganizationId organization, World world) {
		this.jdbc = jdbc;
		this.organization = organization;
		this.world = world;
	}

	/** Whatever is not as it should be. */
	List<Finding> compare() {
		this.world.deeds().forEach(this::deed);
		this.world.foreign().forEach(this::foreign);
		twice();
		changes().forEach(this::change);
		runs().forEach(this::run);
		pairs().forEach(this::pair);
		chain();
		return this.findings;
	}

	private void deed(Deed deed) {
		if (deed.witness().written()) {
			return;
		}
		found(deed.overslept() ? Kind.OVERSLEPT : Kind.UNATTEMPTED, deed.toString());
	}

	private void foreign(World.Foreign foreign) {
		this.world.deeds()
			.stream()
			.filter((deed) -> deed.run() == foreign.run() && deed.object().equals(foreign.object())
					&& deed.number() > foreign.number())
			.forEach((deed) -> found(Kind.OVERWRITTEN, foreign + " by " + deed));
	}

	private void twice() {
		this.world.deeds()
			.stream()
			.filter((deed) -> deed.witness().written())
			.collect(Collectors.groupingBy((deed) -> deed.witness().row()))
			.values()
			.stream()
			.filter((deeds) -> deeds.size() > 1)
			.forEach((deeds) -> found(Kind.TWICE, deeds.toString()));
	}

	private List<Row> changes() {
		return this.jdbc.sql("""
				select c.id, c.run_id, c.state, c.attempts, r.state as run_state from step_change c
				join step_run r on r.id = c.run_id where r.organization_id = ? order by c.id""")
			.param(this.organization.value())
			.query((row, number) -> new Row(row.getLong("id"), row.getLong("run_id"), row.getString("state"),
					row.getInt("attempts"), row.getString("run_state")))
			.list();
	}

	private void change(Row change) {
		boolean happened = this.world.deeds()
			.stream()
			.anyMatch((deed) -> deed.witness().row().equals("change-" + change.id()));
		switch (change.state()) {
			case "DONE" -> {
				if (!happened) {
					found(Kind.WRONG_DONE, change.toString());
				}
			}
			case "NOT_DONE", "ALREADY_SO" -> {
				if (happened) {
					found(Kind.WRONG_NOT_DONE, change.toString());
				}
			}
			case "CONFLICT" -> {
			}
			default -> {
				if (happened || change.state().equals("SENT") || change.state().equals("UNKNOWN")) {
					found(Kind.UNEXPLAINED, change.toString());
				}
			}
		}
		if (change.runState().equals("DONE") && !List.of("DONE", "ALREADY_SO").contains(change.state())) {
			found(Kind.UNEXPLAINED, change.toString());
		}
	}

	private List<Row> runs() {
		return this.jdbc.sql("select id, state, begun from step_run where organization_id = ? order by id")
			.param(this.organization.value())
			.query((row, number) -> new Row(row.getLong("id"), row.getLong("id"), row.getString("state"),
					row.getInt("begun"), row.getString("state")))
			.list();
	}

	private void run(Row run) {
		if (List.of("QUEUED", "RUNNING", "UNKNOWN", "PARKED").contains(run.state())) {
			found(Kind.UNEXPLAINED, "run " + run.id() + " rests as " + run.state());
		}
	}

	/** What the record says of each thing that was attempted, in its order. */
	private Map<String, List<String>> pairs() {
		record Entry(String pair, String outcome) {
		}
		return this.jdbc
			.sql("select pair, outcome from audit_entry where organization_id = ? and pair is not null order by id")
			.param(this.organization.value())
			.query((row, number) -> new Entry(row.getString("pair"), row.getString("outcome")))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Entry::pair, Collectors.mapping(Entry::outcome, Collectors.toList())));
	}

	private void pair(String pair, List<String> outcomes) {
		boolean asked = pair.startsWith("probe-");
		List<String> ends = outcomes.stream().filter((outcome) -> !outcome.equals("ATTEMPTED")).toList();
		long attempts = outcomes.size() - ends.size();
		long known = ends.stream().filter((outcome) -> !outcome.equals("UNKNOWN")).count();
		boolean closed = pair.startsWith("health_manager") ? ends.size() >= attempts && known <= attempts : known == 1;
		boolean begun = asked || outcomes.getFirst().equals("ATTEMPTED") || (attempts == 0 && pair.endsWith("-0"));
		if (!asked && (!closed || !begun || outcomes.getLast().equals("ATTEMPTED"))) {
			found(Kind.UNPAIRED, pair + " " + outcomes);
		}
	}

	private void chain() {
		List<Long> numbers = this.jdbc
			.sql("select number from audit_entry where organization_id = ? and chain = organization_id order by number")
			.param(this.organization.value())
			.query(Long.class)
			.list();
		for (int at = 1; at < numbers.size(); at++) {
			if (numbers.get(at) != numbers.get(at - 1) + 1) {
				found(Kind.CHAIN, numbers.get(at - 1) + " is followed by " + numbers.get(at));
			}
		}
	}

	private void found(Kind kind, String text) {
		this.findings.add(new Finding(kind, text));
	}

	/**
	 * A row of a book.
	 *
	 * @param id its number
	 * @param run its run
	 * @param state how it stands
	 * @param attempts how often it was tried
	 * @param runState how its run stands
	 */
	private record Row(long id, long run, String state, int attempts, String runState) {
	}

}

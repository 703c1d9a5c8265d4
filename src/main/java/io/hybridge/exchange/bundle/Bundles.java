package io.hybridge.exchange.bundle;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.exchange.bundle.Bundle.Brought;
import io.hybridge.exchange.bundle.Bundle.Call;
import io.hybridge.organization.Organization;

/** The bundles of runs, from the hand-out to the answer. */
@Component
public class Bundles {

	private final JdbcClient jdbc;

	private final Clock clock;

	Bundles(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * The bundles of a run.
	 * @param run its number
	 * @return in their order
	 */
	public List<Bundle> ofRun(long run) {
		return bundles("run_id = ?", run);
	}

	/**
	 * The bundle whose answers a run waits for.
	 * @param run its number
	 */
	public Optional<Bundle> openOf(long run) {
		return bundles("closed_at is null and run_id = ?", run).stream().filter(Bundle::open).findFirst();
	}

	/**
	 * The newest bundle of a run that can change something, as long as the run works with
	 * it.
	 * @param run its number
	 */
	public Optional<Bundle> changingOf(long run) {
		return bundles("closed_at is null and run_id = ?", run).reversed()
			.stream()
			.filter((bundle) -> bundle.changes() || bundle.discarded())
			.findFirst();
	}

	/**
	 * Who brought answers that a run works with, whom nobody watched.
	 * @param run its number
	 * @return names, or empty where it asked the servers itself
	 */
	public Optional<String> broughtTo(long run) {
		return Optional.of(String.join(", ",
				this.jdbc.sql("""
						select distinct c.brought_by from bundle_call c join bundle b on b.id = c.bundle_id
						where b.run_id = ? and c.brought_by is not null order by c.brought_by""")
					.param(run)
					.query(String.class)
					.list()))
			.filter((names) -> !names.isEmpty());
	}

	public Optional<Bundle> find(long id) {
		return bundles("id = ?", id).stream().findFirst();
	}

	/** The archive of a bundle. */
	public byte[] archive(long id) {
		return this.jdbc.sql("select archive from bundle where id = ?").param(id).query(byte[].class).single();
	}

	/**
	 * Counts what a person brought, once.
	 * @param run that waits
	 * @param text whole
	 * @param person who brought it
	 * @return the bundle as it is then
	 * @throws RefusedAnswer when it does not count; the caller's transaction ends then
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Bundle bring(long run, String text, String person) {
		List<BroughtText> all = BroughtText.in(text);
		all.forEach((brought) -> bring(held(brought, run), brought, person));
		return find(all.getFirst().bundle()).orElseThrow();
	}

	private void bring(Bundle bundle, BroughtText brought, String person) {
		bundle.calls()
			.stream()
			.filter((call) -> brought.outputs().containsKey(call.number()) && call.brought() != null)
			.map(Call::brought)
			.findFirst()
			.ifPresent((earlier) -> {
				throw new RefusedAnswer("bundle.answer.counted", earlier.by(), earlier.at());
			});
		if (bundle.discarded()) {
			throw new RefusedAnswer("bundle.answer.discarded", bundle.id());
		}
		if (bundle.over()) {
			throw new RefusedAnswer("bundle.answer.over", bundle.id());
		}
		BroughtOutputs.require(bundle, brought.outputs());
		brought.outputs().forEach((number, output) -> keep(bundle.id(), number, output, person));
	}

	/** Others who bring something wait until the caller's transaction ends. */
	private Bundle held(BroughtText brought, long run) {
		return this.jdbc
			.sql("select id from bundle where id = ? and run_id = ? and nonce = ? and list_sha256 = ? for update")
			.params(brought.bundle(), run, brought.nonce(), brought.list())
			.query(Long.class)
			.optional()
			.flatMap(this::find)
			.orElseThrow(() -> new RefusedAnswer("bundle.answer.foreign", brought.bundle()));
	}

	private void keep(long bundle, int number, String output, String person) {
		this.jdbc.sql("""
				update bundle_call set answer = ?, brought_by = ?, brought_at = ?
				where bundle_id = ? and number = ? and answer is null""")
			.params(output, person, now(), bundle, number)
			.update();
	}

	/**
	 * Nobody will bring the answers of a bundle any more, in the caller's transaction.
	 * @return whether it was open
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean discard(Bundle bundle) {
		return bundle.open() && this.jdbc
			.sql("update bundle set discarded_at = ? where id = ? and discarded_at is null and closed_at is null")
			.params(now(), bundle.id())
			.update() == 1;
	}

	/** What was brought so far tells nothing of what comes now. */
	public void close(long errand) {
		this.jdbc.sql("update bundle set closed_at = ? where errand = ? and closed_at is null")
			.params(now(), errand)
			.update();
	}

	@EventListener
	void removed(Organization.Removed removed) {
		this.jdbc.sql("delete from bundle_call where bundle_id in (select id from bundle where organization_id = ?)")
			.param(removed.organization().value())
			.update();
		this.jdbc.sql("delete from bundle where organization_id = ?").param(removed.organization().value()).update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private List<Bundle> bundles(String which, long value) {
		return this.jdbc.sql(
				"select id, run_id, made_at, valid_until, discarded_at, closed_at, sha256, list_sha256 from bundle where "
						+ which + " order by id")
			.param(value)
			.query((row, number) -> bundle(row))
			.list();
	}

	private Bundle bundle(ResultSet row) throws SQLException {
		long id = row.getLong("id");
		return new Bundle(id, row.getLong("run_id"), instant(row, "made_at"), instant(row, "valid_until"),
				row.getObject("discarded_at") != null, row.getObject("closed_at") != null, row.getString("sha256"),
				row.getString("list_sha256"), calls(id));
	}

	private List<Call> calls(long bundle) {
		return this.jdbc.sql("""
				select number, server, script, changes, brought_by, brought_at from bundle_call
				where bundle_id = ? order by number""")
			.param(bundle)
			.query((row, number) -> new Call(row.getInt("number"), row.getString("server"), row.getString("script"),
					row.getBoolean("changes"),
					(row.getString("brought_by") != null)
							? new Brought(row.getString("brought_by"), instant(row, "brought_at")) : null))
			.list();
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}

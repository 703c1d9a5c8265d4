package io.hybridge.run.probe;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.hybridge.exchange.ProbeResult;
import io.hybridge.organization.OrganizationId;

/**
 * What proves that notifications travel: the newest probe of each mailbox server and what
 * a person saw on a phone.
 */
@Component
public class ProbeResults {

	private static final String PROBES = """
			select server, state, probed_at, result_type, error, exception from server_probe
			where run_id =\s""";

	private static final String DEVICE_TESTS = """
			select answer, badge_number, note, account_name, recorded_at from device_test
			where organization_id = :organization
			""";

	private final JdbcClient jdbc;

	ProbeResults(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The newest finished round of probes, if it still counts: nothing was changed since,
	 * and no look refuted it. A server that could not be asked is one of them: what it
	 * cannot show is not proved.
	 * @return one per mailbox server, empty when none counts
	 */
	public List<Probed> newestProbes(OrganizationId organization) {
		return this.jdbc.sql(PROBES + """
				(select r.id from step_run r
				  where r.organization_id = ? and r.step = 'PUSH_PROXY' and r.kind = 'VERIFY'
				  and exists (select 1 from server_probe p where p.run_id = r.id)
				  and not exists (select 1 from server_probe p where p.run_id = r.id
				    and p.state not in ('PROBED', 'NOT_REACHED'))
				  order by r.id desc limit 1)
				and built = coalesce((select b.number from built_state b where b.organization_id = ?), 0)
				order by ordinal""")
			.param(organization.value())
			.param(organization.value())
			.query(ProbeResults::probed)
			.list();
	}

	/**
	 * The newest run that probed, or was about to.
	 * @return its number, or empty when nobody ever did
	 */
	public OptionalLong newestRound(OrganizationId organization) {
		return this.jdbc.sql("""
				select r.id from step_run r where r.organization_id = :organization and r.step = 'PUSH_PROXY'
				and r.kind = 'VERIFY' and exists (select 1 from server_probe p where p.run_id = r.id)
				order by r.id desc limit 1""")
			.param("organization", organization.value())
			.query(Long.class)
			.optional()
			.map(OptionalLong::of)
			.orElseGet(OptionalLong::empty);
	}

	/**
	 * The probes of one run that has come to its end.
	 * @return one per mailbox server, empty when none could be looked for
	 */
	public List<Probed> probesOf(long run) {
		return this.jdbc.sql(PROBES + "? order by ordinal").param(run).query(ProbeResults::probed).list();
	}

	private static Probed probed(ResultSet row, int number) throws SQLException {
		return new Probed(row.getString("server"), row.getObject("probed_at", OffsetDateTime.class).toInstant(),
				row.getString("state").equals("PROBED"), text(row.getString("result_type")),
				text(row.getString("error")), text(row.getString("exception")));
	}

	private static String text(String value) {
		return (value != null) ? value : "";
	}

	/** The number of the state that a probe or a test of now would prove. */
	public long built(OrganizationId organization) {
		return this.jdbc.sql("select number from built_state where organization_id = :organization")
			.param("organization", organization.value())
			.query(Long.class)
			.optional()
			.orElse(0L);
	}

	/**
	 * Whether the probes of a run still tell of what is there.
	 * @return false when it probed nothing, or something was changed since
	 */
	public boolean count(OrganizationId organization, long run) {
		return this.jdbc.sql("""
				select count(*) from server_probe where run_id = :run
				and built = coalesce((select number from built_state where organization_id = :organization), 0)""")
			.param("run", run)
			.param("organization", organization.value())
			.query(Long.class)
			.single() > 0;
	}

	/**
	 * The newest device test, if it still counts.
	 * @return the test, empty when there was none since the last change
	 */
	public Optional<DeviceTested> newestDeviceTest(OrganizationId organization) {
		return this.jdbc.sql(DEVICE_TESTS + """
				and built = coalesce((select number from built_state where organization_id = :organization), 0)
				order by id desc limit 1""")
			.param("organization", organization.value())
			.query(ProbeResults::tested)
			.optional();
	}

	/**
	 * The newest device test that showed the badge number, whatever was changed since.
	 * @return the test, empty when nobody ever saw the number
	 */
	public Optional<DeviceTested> lastSeenOnAPhone(OrganizationId organization) {
		return this.jdbc.sql(DEVICE_TESTS + " and answer = 'yes' order by id desc limit 1")
			.param("organization", organization.value())
			.query(ProbeResults::tested)
			.optional();
	}

	private static DeviceTested tested(ResultSet row, int number) throws SQLException {
		return new DeviceTested(row.getString("answer"), row.getString("note"), row.getString("account_name"),
				row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
				row.getObject("badge_number", Integer.class));
	}

	/**
	 * A probe's result.
	 *
	 * @param server fully qualified
	 * @param reached whether the server could be asked
	 * @param resultType {@code Succeeded} or what the probe said, may be empty
	 * @param error its error, or the code of the failure to ask; may be empty
	 * @param exception its exception, may be empty
	 */
	public record Probed(String server, Instant at, boolean reached, String resultType, String error,
			String exception) {

		/**
		 * What its failure means; asked only where it did not succeed.
		 * @return never nothing
		 */
		public ProbeFailure failure() {
			return this.reached ? ProbeFailure.of(this.error, this.exception) : ProbeFailure.notAsked(this.error);
		}

		public boolean succeeded() {
			return this.reached && ProbeResult.succeeded(this.resultType, this.error, this.exception);
		}

	}

	/**
	 * What a person saw.
	 *
	 * @param answer {@code yes}, {@code no} or {@code not-yet}
	 * @param note the person's words, or null
	 * @param by the person's name
	 * @param number that stood on the icon, or null where the person did not tell
	 */
	public record DeviceTested(String answer, String note, String by, Instant at, Integer number) {

		public DeviceTested(String answer, String note, String by, Instant at) {
			this(answer, note, by, at, null);
		}

	}

}

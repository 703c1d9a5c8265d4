package io.hybridge.exchange.bundle;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.exchange.link.BundleLink;
import io.hybridge.exchange.link.ServerLink;
import io.hybridge.exchange.link.ServerLinks;
import io.hybridge.exchange.powershell.Errand;
import io.hybridge.exchange.powershell.ScriptCall;

/** Makes the bundle whose answers a run waits for. */
@Component
public class BundleMaker {

	private static final SecureRandom RANDOM = new SecureRandom();

	private final JdbcClient jdbc;

	private final ServerLinks links;

	private final ConsoleSeal seal;

	private final BundleProperties properties;

	private final Clock clock;

	BundleMaker(JdbcClient jdbc, ServerLinks links, ConsoleSeal seal, BundleProperties properties, Clock clock) {
		this.jdbc = jdbc;
		this.links = links;
		this.seal = seal;
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Makes a bundle of the calls that an errand misses, in the caller's transaction.
	 * While a run waits for one, there is no other.
	 * @param plan that the run carries out, or null
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<Made> make(Errand errand, Long plan) {
		return waits(errand.run()) ? Optional.empty() : Optional.of(made(errand, plan));
	}

	private boolean waits(long run) {
		return this.jdbc.sql("""
				select count(*) from bundle b where b.run_id = ? and b.closed_at is null and b.discarded_at is null
				and exists (select 1 from bundle_call c where c.bundle_id = b.id and c.answer is null)""")
			.param(run)
			.query(Long.class)
			.single() > 0;
	}

	private Made made(Errand errand, Long plan) {
		List<ScriptCall> calls = calls(errand);
		boolean changes = calls.stream().anyMatch((call) -> call.script().changes());
		if (changes) {
			closeOthers(errand.group());
		}
		Instant now = this.clock.instant();
		Instant validUntil = now.plus(this.properties.validity());
		String nonce = nonce();
		long id = insert(errand, nonce, now, validUntil);
		byte[] archive = archive(new BundleFiles.Identity(id, errand.organization().value(), name(errand), errand.run(),
				plan, nonce, now, validUntil), calls);
		for (int place = 0; place < calls.size(); place++) {
			insert(id, place + 1, calls.get(place));
		}
		return new Made(id, DigestUtils.sha256Hex(archive), changes);
	}

	/** What was seen before a change tells nothing of what comes after it. */
	private void closeOthers(long errand) {
		this.jdbc.sql("update bundle set closed_at = ? where errand = ? and closed_at is null")
			.params(this.clock.instant().atOffset(ZoneOffset.UTC), errand)
			.update();
	}

	private byte[] archive(BundleFiles.Identity identity, List<ScriptCall> calls) {
		BundleFiles files = BundleFiles.of(calls);
		byte[] list = files.list(identity, calls);
		files.seal(this.seal.sign(list));
		byte[] archive = BundleArchive.of(Bundle.folder(identity.bundle()), files.all());
		this.jdbc.sql("update bundle set archive = ?, sha256 = ?, list_sha256 = ? where id = ?")
			.params(archive, DigestUtils.sha256Hex(archive), DigestUtils.sha256Hex(list), identity.bundle())
			.update();
		return archive;
	}

	private String name(Errand errand) {
		return this.jdbc.sql("select name from organization where id = ?")
			.param(errand.organization().value())
			.query(String.class)
			.single();
	}

	private List<ScriptCall> calls(Errand errand) {
		List<ServerLink> all = this.links.of(errand.organization());
		List<String> carried = all.stream().filter(BundleLink.class::isInstance).map(ServerLink::fqdn).toList();
		return FollowingCalls.with(errand.missing(), carried, all.getFirst().fqdn());
	}

	private long insert(Errand errand, String nonce, Instant now, Instant validUntil) {
		KeyHolder key = new GeneratedKeyHolder();
		this.jdbc.sql("""
				insert into bundle (organization_id, run_id, errand, nonce, made_at, valid_until)
				values (?, ?, ?, ?, ?, ?)""")
			.params(errand.organization().value(), errand.run(), errand.group(), nonce, now.atOffset(ZoneOffset.UTC),
					validUntil.atOffset(ZoneOffset.UTC))
			.update(key, "id");
		return key.getKey().longValue();
	}

	private void insert(long bundle, int number, ScriptCall call) {
		this.jdbc.sql("""
				insert into bundle_call (bundle_id, number, server, script, changes, mark)
				values (?, ?, ?, ?, ?, ?)""")
			.params(bundle, number, call.server(), call.script().name(), call.script().changes(), CallMark.of(call))
			.update();
	}

	private static String nonce() {
		byte[] bytes = new byte[16];
		RANDOM.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	/**
	 * That a bundle was made.
	 *
	 * @param id its number
	 * @param sha256 of its archive
	 * @param changes whether carrying it out may change anything
	 */
	public record Made(long id, String sha256, boolean changes) {
	}

}

package io.hybridge.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.hybridge.certificate.Certificate;
import io.hybridge.lab.tenant.state.FabrikamTenant;
import io.hybridge.microsoft365.Cloud;
import io.hybridge.microsoft365.KnownCloud;
import io.hybridge.microsoft365.Microsoft365;
import io.hybridge.microsoft365.TenantAnswer;
import io.hybridge.microsoft365.TenantDiscovery;
import io.hybridge.microsoft365.TenantIdentity;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.step.StepFixture;
import io.hybridge.support.MutableClock;

/** The tenant of a world, written as Microsoft Graph is: all keys, read right before. */
final class Tenant implements Microsoft365 {

	private static final Duration LONGEST_WRITE = Duration.ofSeconds(15);

	private final World world;

	private final MutableClock clock;

	private final Runnable leave;

	Tenant(World world, MutableClock clock) {
		this(world, clock, () -> {
		});
	}

	private Tenant(World world, MutableClock clock, Runnable leave) {
		this.world = world;
		this.clock = clock;
		this.leave = leave;
	}

	@Override
	public Microsoft365 asking(Runnable leave) {
		return new Tenant(this.world, this.clock, leave);
	}

	@Override
	public TenantDiscovery discover() {
		return new TenantDiscovery.Found(FabrikamTenant.ID, "");
	}

	@Override
	public TenantReading inspect() {
		Fate fate = Fate.current();
		fate.pass(Point.BEFORE_LOOK, "tenant");
		List<TenantReading.TenantKey> keys = this.world.keys.shown();
		fate.pass(Point.AFTER_LOOK, "tenant");
		TenantReading.Seen like = new StepFixture().world().tenant().seen().orElseThrow();
		return new TenantReading.Seen(this.clock.instant(), FabrikamTenant.ID, like.displayName(), like.signedInAs(),
				like.roles(), true, like.domains(), List.of(new TenantReading.AssignedPlan("exchange", "Enabled")),
				Optional.of(new TenantReading.Principal("o", EXCHANGE_ONLINE, "Exchange Online", keys)),
				like.keyPolicy(), "{}");
	}

	@Override
	public TenantAnswer addKey(Certificate certificate, Optional<Duration> longest) {
		return write("Add key", certificate.sha256(), (keys) -> {
			if (keys.stream().noneMatch((key) -> key.sha256().equals(certificate.sha256()))) {
				keys.add(certificate);
			}
			return keys;
		});
	}

	@Override
	public TenantAnswer removeKey(String sha256) {
		return write("Remove key", sha256, (keys) -> {
			keys.removeIf((key) -> key.sha256().equals(sha256));
			return keys;
		});
	}

	@Override
	public TenantAnswer keepOneKey(String sha256) {
		throw new UnsupportedOperationException();
	}

	private TenantAnswer write(String what, String sha256, UnaryOperator<List<Certificate>> change) {
		Fate fate = Fate.current();
		fate.pass(Point.BEFORE_CALL, what);
		List<Certificate> read = this.world.keys.written();
		List<Certificate> wanted = change.apply(new ArrayList<>(read));
		this.leave.run();
		if (wanted.equals(read)) {
			return new TenantAnswer("GET", 0, "", "nothing to send");
		}
		return this.world.sent(fate, what, "key " + sha256.substring(0, 8), LONGEST_WRITE, () -> {
			this.world.keys.replace(wanted);
			return new TenantAnswer("PATCH /servicePrincipals/o", 204, "4711", "{}");
		});
	}

	@Override
	public Optional<TenantIdentity> identity() {
		return Optional.of(new TenantIdentity("administrator@fabrikam.com", "the-object", "the-tenant"));
	}

	@Override
	public Cloud cloud() {
		return new Cloud(KnownCloud.GLOBAL, null, null, "", false, null);
	}

}

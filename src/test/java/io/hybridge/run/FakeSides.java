package io.hybridge.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.hybridge.audit.AuditActor;
import io.hybridge.certificate.Certificate;
import io.hybridge.exchange.Exchange;
import io.hybridge.exchange.ExchangeAnswer;
import io.hybridge.exchange.ExchangeChange;
import io.hybridge.exchange.ExchangeConnections;
import io.hybridge.exchange.ExchangeService;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.AuthServer;
import io.hybridge.exchange.ProbeResult;
import io.hybridge.microsoft365.Cloud;
import io.hybridge.microsoft365.KnownCloud;
import io.hybridge.microsoft365.Microsoft365;
import io.hybridge.microsoft365.TenantAnswer;
import io.hybridge.microsoft365.TenantDiscovery;
import io.hybridge.microsoft365.TenantIdentity;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.organization.OrganizationId;
import io.hybridge.remote.RemoteFailure;
import io.hybridge.step.StepFixture;
import io.hybridge.step.change.part.RemoteCall;
import io.hybridge.step.examination.TargetState;

/**
 * Fabrikam behind ports of values: a look sees the scene, and what is sent is remembered
 * and takes effect in the scene unless the test says otherwise.
 */
public class FakeSides {

	private static final Instant AT = StepFixture.NOW;

	/** Over before what was written would show anyway. */
	private static final Duration ALONE = Duration.ofSeconds(30);

	private static final List<ExchangeAnswer.Field> ANSWER = List
		.of(new ExchangeAnswer.Field("Identity", "OnPrem-Proxy"));

	private final List<RemoteCall> sent = new ArrayList<>();

	private final List<OrganizationId> asked = new ArrayList<>();

	private final Deque<Consumer<RemoteCall>> next = new ArrayDeque<>();

	private StepFixture scene = new StepFixture();

	private RemoteFailure unseen;

	private RemoteFailure off;

	private Runnable meanwhile = () -> {
	};

	private Runnable beforeWrite = () -> {
	};

	private int looks;

	private Duration endsAbandoned = ALONE;

	private List<ExchangeAnswer.Field> answer = ANSWER;

	public StepFixture scene() {
		return this.scene;
	}

	/** Every call that was sent, in order. */
	public List<RemoteCall> sent() {
		return this.sent;
	}

	/** Whose side was asked for, in order. */
	public List<OrganizationId> asked() {
		return this.asked;
	}

	public int looks() {
		return this.looks;
	}

	/** What every change on Exchange is answered. */
	public void answer(ExchangeAnswer.Field... fields) {
		this.answer = List.of(fields);
	}

	/** What the next call does in place of taking effect; it may throw. */
	public void next(Consumer<RemoteCall> course) {
		this.next.add(course);
	}

	/** Nobody knows the cloud, as where the lab is off. */
	public void switchOff(RemoteFailure failure) {
		this.off = failure;
	}

	/** No look sees anything until {@link #seeAgain()}. */
	public void seeNothing(RemoteFailure failure) {
		this.unseen = failure;
	}

	/** What somebody else does during the next look. */
	public void whileLooking(Runnable meanwhile) {
		this.meanwhile = meanwhile;
	}

	/** What happens while the next write to the tenant reads what it has to send. */
	public void beforeWrite(Runnable meanwhile) {
		this.beforeWrite = meanwhile;
	}

	public void seeAgain() {
		this.unseen = null;
	}

	public void proxy(boolean enabled, String organization) {
		this.scene.proxy = StepFixture.shown(enabled, organization);
	}

	/** Gives the auth server an address; null removes it. */
	public void authServer(String url) {
		this.scene.authServers.removeIf((server) -> server.name().equals(TargetState.AUTH_SERVER));
		if (url != null) {
			this.scene.authServers.add(new AuthServer(TargetState.AUTH_SERVER, "MicrosoftACS", true, url, "t", ""));
		}
	}

	/** Nothing that can be read tells of the push proxy. */
	public void hideProxy() {
		this.scene.proxy = StepFixture.hidden("The look gave no record.");
	}

	public void reset() {
		this.scene = new StepFixture();
		this.sent.clear();
		this.asked.clear();
		this.next.clear();
		this.unseen = null;
		this.off = null;
		this.answer = ANSWER;
		this.endsAbandoned = ALONE;
		this.looks = 0;
		this.beforeWrite = () -> {
		};
	}

	/**
	 * After what time Exchange's side ends what nobody listens to; null where it does
	 * not.
	 */
	public void endsAbandoned(Duration time) {
		this.endsAbandoned = time;
	}

	public ExchangeConnections exchanges() {
		return new ExchangeConnections() {

			@Override
			public Exchange of(OrganizationId organization) {
				return exchange(organization);
			}

			@Override
			public Optional<Duration> endsAbandoned(OrganizationId organization) {
				return Optional.ofNullable(FakeSides.this.endsAbandoned);
			}

		};
	}

	public Exchange exchange(OrganizationId organization) {
		this.asked.add(organization);
		return new OnPremises();
	}

	public Microsoft365 tenant(OrganizationId organization, AuditActor person) {
		this.asked.add(organization);
		if (this.off != null) {
			throw this.off;
		}
		return new Tenant(() -> {
		});
	}

	public void takeEffect(RemoteCall call) {
		switch (call) {
			case RemoteCall.OnExchange(ExchangeChange.EnablePushProxy(var domain)) -> proxy(true, domain.value());
			case RemoteCall.OnExchange(ExchangeChange.DisablePushProxy()) -> proxy(false, "");
			case RemoteCall.OnExchange(ExchangeChange.CreateAuthCertificate made) ->
				this.scene.store.add(StepFixture.stored(StepFixture.certificate(made.friendlyName(),
						AT.plus(StepFixture.days(1826)), made.subjectKeyIdentifier()), made.friendlyName()));
			case RemoteCall.OnExchange(ExchangeChange.SetAuthServer(String name, String url)) -> authServer(url);
			case RemoteCall.OnExchange other -> throw new UnsupportedOperationException(other.toString());
			case RemoteCall.AddKey(var certificate, var longest) -> this.scene.tenantKeys.add(certificate);
			case RemoteCall.RemoveKey(String sha256) ->
				this.scene.tenantKeys.removeIf((key) -> key.sha256().equals(sha256));
			case RemoteCall.KeepOneKey(String sha256) -> throw new UnsupportedOperationException(sha256);
		}
	}

	private void send(RemoteCall call) {
		this.sent.add(call);
		if (this.next.isEmpty()) {
			takeEffect(call);
		}
		else {
			this.next.remove().accept(call);
		}
	}

	private void look() {
		this.looks++;
		Runnable once = this.meanwhile;
		this.meanwhile = () -> {
		};
		once.run();
		if (this.unseen != null) {
			throw this.unseen;
		}
	}

	private final class OnPremises implements Exchange {

		@Override
		public ExchangeState inspect() {
			return inspectEntryServer();
		}

		@Override
		public ExchangeState inspectEntryServer() {
			look();
			return FakeSides.this.scene.world().exchange().seen().orElseThrow();
		}

		@Override
		public ExchangeAnswer apply(ExchangeChange change) {
			send(new RemoteCall.OnExchange(change));
			return new ExchangeAnswer(entryServer(), change.script(), "0".repeat(64), AT, FakeSides.this.answer,
					"{\"ok\":true}");
		}

		@Override
		public ExchangeAnswer restartHealthManager(String server) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Optional<Boolean> knowsProbe(String server) {
			throw new UnsupportedOperationException();
		}

		@Override
		public ProbeResult probe(String server) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Optional<Instant> serviceStarted(String server, ExchangeService service) {
			look();
			return Optional.of(AT);
		}

		@Override
		public String entryServer() {
			return "ex1.fabrikam.com";
		}

	}

	private final class Tenant implements Microsoft365 {

		private final Runnable leave;

		Tenant(Runnable leave) {
			this.leave = leave;
		}

		@Override
		public Microsoft365 asking(Runnable leave) {
			return new Tenant(leave);
		}

		@Override
		public TenantDiscovery discover() {
			look();
			return new TenantDiscovery.Found("t", "");
		}

		@Override
		public TenantReading inspect() {
			look();
			return FakeSides.this.scene.world().tenant().seen().orElseThrow();
		}

		@Override
		public TenantAnswer addKey(Certificate certificate, Optional<Duration> longest) {
			return answer(new RemoteCall.AddKey(certificate, longest));
		}

		@Override
		public TenantAnswer keepOneKey(String sha256) {
			return answer(new RemoteCall.KeepOneKey(sha256));
		}

		@Override
		public TenantAnswer removeKey(String sha256) {
			return answer(new RemoteCall.RemoveKey(sha256));
		}

		@Override
		public Optional<TenantIdentity> identity() {
			return Optional.of(new TenantIdentity("administrator@fabrikam.com", "the-object", "the-tenant"));
		}

		@Override
		public Cloud cloud() {
			return new Cloud(KnownCloud.GLOBAL, null, null, "", false, null);
		}

		private TenantAnswer answer(RemoteCall call) {
			FakeSides.this.beforeWrite.run();
			this.leave.run();
			send(call);
			return new TenantAnswer("PATCH /servicePrincipals/o", 204, "4711", "{}");
		}

	}

}

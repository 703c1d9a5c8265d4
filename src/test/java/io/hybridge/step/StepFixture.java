package io.hybridge.step;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import io.hybridge.certificate.Certificate;
import io.hybridge.certificate.Thumbprint;
import io.hybridge.exchange.ExchangeService;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.AuthConfiguration;
import io.hybridge.exchange.ExchangeState.AuthServer;
import io.hybridge.exchange.ExchangeState.ExchangeServer;
import io.hybridge.exchange.ExchangeState.PartnerApplication;
import io.hybridge.exchange.ExchangeState.PrivateKey;
import io.hybridge.exchange.ExchangeState.ServerCertificate;
import io.hybridge.exchange.ExchangeState.ServerReading;
import io.hybridge.exchange.PushProxy;
import io.hybridge.exchange.PushProxy.Stamp;
import io.hybridge.exchange.ServerBuild;
import io.hybridge.microsoft365.KeyPolicy;
import io.hybridge.microsoft365.Microsoft365;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.microsoft365.TenantReading.Principal;
import io.hybridge.microsoft365.TenantReading.TenantDomain;
import io.hybridge.microsoft365.TenantReading.TenantKey;
import io.hybridge.organization.DomainName;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.TargetState;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.ProxyAnswer;
import io.hybridge.step.observation.Reading;

/** Fabrikam as a value, so that a decision can be tested in a line. */
public final class StepFixture {

	public static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

	public static final String URL = "https://accounts.accesscontrol.windows.net/metadata/json/1/?realm=fabrikam.com";

	/** The tenant that fabrikam.com belongs to. */
	public static final String TENANT = "0f3c9a52-7c1e-4b1d-9d5e-2a7f6b8c1d3e";

	private static final KeyPair KEYS = keys(2048);

	public static final Certificate AUTH = certificate("Microsoft Exchange Server Auth Certificate",
			NOW.plus(days(700)), null);

	public static final Certificate EXPIRED = certificate("Microsoft Exchange Server Auth Certificate",
			NOW.minus(days(2)), null);

	static final Certificate OTHER = certificate("Fabrikam OAuth", NOW.plus(days(600)), null);

	static final Certificate THIRD = certificate("Fabrikam OAuth 2", NOW.plus(days(500)), null);

	static final Certificate WEB = certificate("mail.fabrikam.com", NOW.plus(days(300)), null);

	public static final Certificate FOREIGN = certificate("Foreign", NOW.plus(days(100)), null);

	Certificate current = AUTH;

	Certificate next;

	Instant nextEffective;

	Map<ExchangeService, Instant> starts = Map.of();

	public final List<ServerCertificate> store = new ArrayList<>(
			List.of(stored(AUTH, "Auth", "SMTP"), stored(WEB, "OAuth web", "IIS", "SMTP")));

	public final List<AuthServer> authServers = new ArrayList<>(List
		.of(new AuthServer("EvoSTS", "AzureAD", true, "https://login.windows.net/x/federationmetadata", "", "")));

	String secondBuild = "Version 15.0 (Build 1497.2)";

	String secondRoles = "Mailbox";

	ServerBuild secondExactly;

	public final List<Certificate> tenantKeys = new ArrayList<>(List.of(FOREIGN));

	/** Entries of the principal that differ from what a certificate would give. */
	public final List<TenantKey> tenantEntries = new ArrayList<>();

	public KeyPolicy keyPolicy = new KeyPolicy.Unlimited();

	boolean keyWithoutBytes;

	String serviceName = Microsoft365.EXCHANGE_ONLINE;

	String realm = "";

	public List<TenantDomain> domains = List.of(new TenantDomain("fabrikam.com", true, false, true),
			new TenantDomain("fabrikam.onmicrosoft.com", true, true, false),
			new TenantDomain("fabrikam.net", false, false, false));

	public static final Stamp STAMP = new Stamp("dc1.fabrikam.com", NOW.minus(days(3)));

	public PushProxy proxy = shown(false, "");

	/** What our newest change of the push proxy was answered. */
	public Optional<ProxyAnswer> proxyAnswer = Optional.empty();

	boolean secondServerHolds = true;

	boolean secondServerSilent;

	List<ServerCertificate> secondStore;

	Instant signerSet = NOW.minus(days(21));

	Map<String, Instant> missedSince = Map.of();

	Certificate transport = WEB;

	Optional<ServerBuild> exactBuild = Optional.empty();

	boolean mayWriteKeys = true;

	TargetState target = new TargetState("Fabrikam", new DomainName("fabrikam.com"), URL, Optional.empty(),
			"0123456789abcdef0123456789abcdef", Duration.ofDays(1));

	Examination oauth() {
		return new OAuthStep().examine(world().withMissedSince(this.missedSince), this.target);
	}

	public Observation world() {
		return new Observation(NOW, new Reading.Seen<>(exchange()), new Reading.NotAsked<>(),
				new Reading.Seen<>(tenant()))
			.withProxyAnswer(this.proxyAnswer);
	}

	/** A look that wrote a record, and the object in the directory. */
	public static PushProxy shown(boolean enabled, String organization) {
		return new PushProxy(Optional.of(new PushProxy.Shown(enabled, organization, "", List.of())), "",
				new PushProxy.Entry.Found(NOW.minus(days(20)), STAMP));
	}

	/** A look that gave nothing away, and a directory that says as little. */
	public static PushProxy hidden(String evidence) {
		return new PushProxy(Optional.empty(), evidence, new PushProxy.Entry.Unreadable("Access is denied."));
	}

	/** What our own change was answered after which nobody changed the object. */
	public static ProxyAnswer answered(boolean enabled, String organization) {
		return new ProxyAnswer(enabled, organization, Set.of(STAMP), false);
	}

	/** Enabled by us, and not changed since. */
	public void enabledByUs() {
		this.proxy = shown(true, "fabrikam.com");
		this.proxyAnswer = Optional.of(answered(true, "fabrikam.com"));
	}

	public Observation withoutSecondCopy() {
		this.secondStore = List.of();
		return world();
	}

	public Observation withSecondCopy(PrivateKey key) {
		this.secondStore = List.of(inStore(AUTH, "Auth", key));
		return world();
	}

	/** The same, read by an application while nobody was signed in. */
	public Observation readByApplication() {
		TenantReading.Seen seen = tenant();
		return world().withTenant(new Reading.Seen<>(new TenantReading.Seen(seen.takenAt(), seen.tenantId(),
				seen.displayName(), "", List.of(), false, seen.domains(), seen.plans(), seen.principal(),
				seen.keyPolicy(), seen.evidence(), Optional.of(new TenantReading.Application("app", "A1B2")))));
	}

	public Observation withoutSignIn() {
		return new Observation(NOW, new Reading.Seen<>(exchange()), new Reading.NotAsked<>(),
				new Reading.SignInNeeded<>())
			.withProxyAnswer(this.proxyAnswer);
	}

	ExchangeState exchange() {
		List<ExchangeServer> servers = List.of(server("EX1", "Mailbox, ClientAccess", "Version 15.0 (Build 1497.2)"),
				server("EX2", this.secondRoles, this.secondBuild));
		Map<String, ServerReading> readings = new TreeMap<>();
		readings.put("ex1.fabrikam.com", reading(this.store, null));
		List<ServerCertificate> others = this.secondServerHolds ? this.store : List.of(stored(WEB, "web", "IIS"));
		readings.put("ex2.fabrikam.com", this.secondServerSilent ? new ServerReading.NoAddress()
				: reading((this.secondStore != null) ? this.secondStore : others, this.secondExactly));
		return new ExchangeState("ex1.fabrikam.com", NOW, servers,
				new AuthConfiguration(Optional.ofNullable(this.current).map(Certificate::thumbprint), Optional.empty(),
						Optional.ofNullable(this.next).map(Certificate::thumbprint),
						Optional.ofNullable(this.nextEffective), this.serviceName, this.realm,
						Optional.ofNullable(this.signerSet)),
				this.authServers,
				List.of(new PartnerApplication("Exchange Online", Microsoft365.EXCHANGE_ONLINE, true)), this.proxy,
				readings, "{}");
	}

	TenantReading.Seen tenant() {
		List<TenantKey> keys = new ArrayList<>(this.tenantKeys.stream().map(StepFixture::key).toList());
		keys.addAll(this.tenantEntries);
		if (this.keyWithoutBytes) {
			keys.add(new TenantKey("lost", "", NOW, NOW, Optional.empty(), Map.of()));
		}
		return new TenantReading.Seen(NOW, TENANT, "Fabrikam", "admin@fabrikam.com", List.of("Global Administrator"),
				this.mayWriteKeys, this.domains, List.of(),
				Optional.of(new Principal("o", Microsoft365.EXCHANGE_ONLINE, "Exchange Online", keys)), this.keyPolicy,
				"{}");
	}

	public static ServerCertificate stored(Certificate certificate, String friendlyName, String... services) {
		return new ServerCertificate(certificate, Optional.of(friendlyName), Optional.of(Set.of(services)),
				PrivateKey.PRESENT);
	}

	/** As it comes without Exchange's types, and without a word from the store. */
	static ServerCertificate plain(Certificate certificate) {
		return new ServerCertificate(certificate, Optional.empty(), Optional.empty(), PrivateKey.UNKNOWN);
	}

	/** As it comes without Exchange's types, and the store told the rest. */
	static ServerCertificate inStore(Certificate certificate, String friendlyName, PrivateKey key) {
		return new ServerCertificate(certificate, Optional.of(friendlyName), Optional.empty(), key);
	}

	public static Certificate certificate(String name, Instant notAfter, String subjectKeyIdentifier) {
		return certificate(KEYS, name, notAfter, subjectKeyIdentifier);
	}

	public static Certificate certificate(KeyPair keys, String name, Instant notAfter, String subjectKeyIdentifier) {
		try {
			X500Name subject = new X500Name("CN=" + name);
			var builder = new JcaX509v3CertificateBuilder(subject, BigInteger.valueOf(name.hashCode() + 7L).abs(),
					Date.from(notAfter.minus(days(1826))), Date.from(notAfter), subject, keys.getPublic());
			if (subjectKeyIdentifier != null) {
				builder.addExtension(Extension.subjectKeyIdentifier, false,
						new SubjectKeyIdentifier(HexFormat.of().parseHex(subjectKeyIdentifier)));
			}
			return Certificate
				.of(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())).getEncoded());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	static KeyPair keys(int size) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(size);
			return generator.generateKeyPair();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	public static Duration days(long days) {
		return Duration.ofDays(days);
	}

	private ServerReading reading(List<ServerCertificate> store, ServerBuild exactly) {
		return new ServerReading.Answered(NOW, List.copyOf(store),
				Optional.ofNullable(exactly).or(() -> this.exactBuild), Optional.empty(),
				Optional.of(this.transport.thumbprint()), this.starts);
	}

	private static ExchangeServer server(String name, String roles, String version) {
		return new ExchangeServer(name, name.toLowerCase(java.util.Locale.ROOT) + ".fabrikam.com", roles, version,
				ServerBuild.parse(version));
	}

	private static TenantKey key(Certificate certificate) {
		return entry(certificate, "Verify", certificate.notAfter());
	}

	public static TenantKey entry(Certificate certificate, String usage, Instant end) {
		return new TenantKey(certificate.thumbprint().value(), "", certificate.notBefore(), end,
				Optional.of(certificate),
				Map.of("usage", usage, "type", usage.equals("Verify") ? "AsymmetricX509Cert" : "X509CertAndPassword"));
	}

	static Thumbprint thumbprint(Certificate certificate) {
		return certificate.thumbprint();
	}

}

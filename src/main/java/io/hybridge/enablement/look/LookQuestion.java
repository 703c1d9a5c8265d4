package io.hybridge.enablement.look;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.hybridge.exchange.ExchangeState.AuthServer;
import io.hybridge.exchange.ExchangeState.PrivateKey;
import io.hybridge.exchange.ExchangeState.ServerReading.Answered;
import io.hybridge.exchange.FirstLook;
import io.hybridge.exchange.FirstLook.AnswerShape;
import io.hybridge.exchange.FirstLook.ShapeProperty;
import io.hybridge.exchange.PushProxy.Entry;
import io.hybridge.exchange.PushProxy.Stamp;
import io.hybridge.exchange.ServerBuild;
import io.hybridge.web.text.StoredMessage;

/**
 * What only a real server can decide, and how an answer of one decides it. The console is
 * right in both cases; the answer tells which case is real.
 */
enum LookQuestion {

	/** In which shape certificates come through a session. */
	CERTIFICATES("look.question.certificates", of("Get-ExchangeCertificate", LookQuestion::certificates)),
	/** Whether the store of the server tells which keys are there. */
	PRIVATE_KEYS("look.question.private-keys",
			(look) -> local(look).map(LookQuestion::privateKeys).orElseGet(LookQuestion::notAsked)),
	/** Whether a look at the push proxy gives a record, and which flag stands in it. */
	PROXY_LOOK("look.question.proxy-look", of("Enable-PushNotificationProxy", LookQuestion::proxyLook)),
	/** Whether the directory shows the push proxy's object. */
	PROXY_DIRECTORY("look.question.proxy-directory", (look) -> proxyDirectory(look.exchange().pushProxy().entry())),
	/** Whether the push probe is known on this build. */
	PROBE("look.question.probe", of("Get-MonitoringItemIdentity", LookQuestion::probe)),
	/** Whether the set-up program tells the security update. */
	EXACT_BUILD("look.question.exact-build",
			(look) -> local(look).map(LookQuestion::exactBuild).orElseGet(LookQuestion::notAsked)),
	/** Whether a session may see since when a service runs. */
	SERVICE_START("look.question.service-start",
			(look) -> local(look).map(LookQuestion::serviceStart).orElseGet(LookQuestion::notAsked)),
	/** Under which names auth servers stand. */
	AUTH_SERVERS("look.question.auth-servers", LookQuestion::authServers);

	private final String key;

	private final Function<FirstLook, Answer> answer;

	LookQuestion(String key, Function<FirstLook, Answer> answer) {
		this.key = key;
		this.answer = answer;
	}

	/** Key of its text. */
	String key() {
		return this.key;
	}

	Answer answer(FirstLook look) {
		return this.answer.apply(look);
	}

	private static Function<FirstLook, Answer> of(String command, Function<AnswerShape, Answer> reading) {
		return (look) -> look.shape(command)
			.map((shape) -> shape.failed() ? open("look.answer.failed", command, shape.failure())
					: reading.apply(shape))
			.orElseGet(LookQuestion::notAsked);
	}

	private static Answer certificates(AnswerShape shape) {
		if (shape.count() == 0) {
			return open("look.answer.certificates.none");
		}
		Optional<ShapeProperty> services = shape.property("Services");
		if (services.isPresent()) {
			return settled("look.answer.certificates.rich", shape.count(), services.get().type(),
					values(services.get()));
		}
		return shape.property("HasPrivateKey")
			.map((key) -> settled("look.answer.certificates.plain", shape.count(), values(key)))
			.orElseGet(() -> settled("look.answer.certificates.raw", shape.count()));
	}

	private static Answer privateKeys(Answered local) {
		long unknown = local.certificates()
			.stream()
			.filter((certificate) -> certificate.privateKey() == PrivateKey.UNKNOWN)
			.count();
		return settled((unknown == 0) ? "look.answer.private-keys.all" : "look.answer.private-keys.unknown",
				local.certificates().size(), unknown);
	}

	private static Answer proxyDirectory(Entry entry) {
		return switch (entry) {
			case Entry.Found(var created, Stamp stamp) ->
				settled("look.answer.proxy-directory.found", stamp.changed(), stamp.domainController());
			case Entry.Missing(String evidence) -> settled("look.answer.proxy-directory.missing", evidence);
			case Entry.Unreadable(String evidence) -> settled("look.answer.proxy-directory.unreadable", evidence);
		};
	}

	private static Answer proxyLook(AnswerShape shape) {
		return shape.property("Enabled")
			.map((enabled) -> settled("look.answer.proxy-look.record", values(enabled)))
			.orElseGet(() -> settled("look.answer.proxy-look.none"));
	}

	private static Answer probe(AnswerShape shape) {
		return settled((shape.count() > 0) ? "look.answer.probe.there" : "look.answer.probe.absent");
	}

	private static Answer exactBuild(Answered local) {
		return local.exactBuild()
			.map(ServerBuild::toString)
			.map((build) -> settled("look.answer.exact-build.read", build))
			.orElseGet(() -> settled("look.answer.exact-build.none"));
	}

	private static Answer serviceStart(Answered local) {
		return local.healthManagerStarted()
			.map((at) -> settled("look.answer.service-start.read", at))
			.orElseGet(() -> settled("look.answer.service-start.none"));
	}

	private static Answer authServers(FirstLook look) {
		List<AuthServer> all = look.exchange().authServers();
		return all.isEmpty() ? settled("look.answer.auth-servers.none")
				: settled("look.answer.auth-servers.names",
						all.stream()
							.map((server) -> server.name() + " (" + server.type() + ")")
							.collect(Collectors.joining(", ")));
	}

	private static Optional<Answered> local(FirstLook look) {
		return (look.exchange().readings().get(look.exchange().answeredBy()) instanceof Answered answered)
				? Optional.of(answered) : Optional.empty();
	}

	private static String values(ShapeProperty property) {
		return property.values().isEmpty() ? "-" : String.join(", ", property.values());
	}

	private static Answer notAsked() {
		return open("look.answer.not-asked");
	}

	private static Answer settled(String key, Object... values) {
		return new Answer(StoredMessage.of(key, values), true);
	}

	private static Answer open(String key, Object... values) {
		return new Answer(StoredMessage.of(key, values), false);
	}

	/**
	 * What a look says to a question.
	 *
	 * @param words for people
	 * @param settled whether the question is decided for this organization
	 */
	record Answer(StoredMessage words, boolean settled) {
	}

}

package io.hybridge.step.examination;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.hybridge.web.text.StoredMessage;

/** What a look saw where all is as wanted, in one sentence with names and values. */
final class Sight {

	private static final String NAMED_BUILD = "seen.build";

	private final List<Finding> met;

	private Sight(List<Finding> met) {
		this.met = met;
	}

	/**
	 * The sentence.
	 * @param findings of one step
	 * @return empty where nothing of it is worth a name
	 */
	static Optional<StoredMessage> of(List<Finding> findings) {
		Sight sight = new Sight(
				findings.stream().filter((finding) -> finding.verdict() == FindingLevel.MEETS).toList());
		return sight.domain().or(sight::servers).or(sight::signer);
	}

	private Optional<StoredMessage> domain() {
		return found("DOMAIN-VERIFIED").findFirst()
			.map((domain) -> StoredMessage.of("step.tenant.seen", domain.subject()));
	}

	private Optional<StoredMessage> servers() {
		List<Finding> servers = found("SERVER-BUILD-").toList();
		if (servers.isEmpty()) {
			return Optional.empty();
		}
		String names = servers.stream().map(Finding::subject).collect(Collectors.joining(", "));
		List<StoredMessage> builds = servers.stream().map(Finding::seen).distinct().toList();
		boolean one = builds.size() == 1 && builds.getFirst().key().equals(NAMED_BUILD);
		return Optional.of(one ? StoredMessage.of("step.servers.seen", names, builds.getFirst().values().getFirst(),
				builds.getFirst().values().get(1)) : StoredMessage.of("step.servers.seen-several", names));
	}

	private Optional<StoredMessage> signer() {
		return found("CERTIFICATE-REUSED").filter((signer) -> signer.setting().where() != null)
			.findFirst()
			.map((signer) -> StoredMessage.of("step.oauth.seen", signer.setting().where(), signer.subject()));
	}

	private Stream<Finding> found(String code) {
		return this.met.stream().filter((finding) -> finding.code().startsWith(code));
	}

}

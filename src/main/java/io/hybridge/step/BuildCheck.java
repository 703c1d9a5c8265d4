package io.hybridge.step;

import java.util.List;
import java.util.Optional;

import io.hybridge.exchange.BuildAssessment;
import io.hybridge.exchange.BuildAssessment.Standing;
import io.hybridge.exchange.BuildTable;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.ExchangeServer;
import io.hybridge.exchange.ExchangeUpdate;
import io.hybridge.exchange.ServerBuild;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.web.text.StoredMessage;

/**
 * The article's gate: 15.0.775.38, Exchange 2013 Cumulative Update 3, or later, on every
 * server that is Exchange 2013 or may hold mailboxes. Judged by the build that the server
 * tells of itself, because the directory's stops at the cumulative update; that is enough
 * for the gate, which is one.
 */
final class BuildCheck {

	private static final BuildTable TABLE = BuildTable.load();

	private final ExchangeServer server;

	private final Optional<ServerBuild> exact;

	private BuildCheck(ExchangeServer server, ExchangeState exchange) {
		this.server = server;
		this.exact = exchange.exactBuild(server);
	}

	static Finding of(ExchangeServer server, ExchangeState exchange) {
		BuildCheck check = new BuildCheck(server, exchange);
		Optional<BuildAssessment> assessment = check.exact.or(server::build).map(TABLE::assess);
		return assessment.map(check::judged)
			.orElseGet(check::unreadable)
			.under(StoredMessage.of("seen.plain", server.roles().replaceAll("(?<=[a-z])(?=[A-Z])", " ")))
			.shownBy(server.name(), check.evidence());
	}

	private Finding judged(BuildAssessment assessment) {
		StoredMessage seen = seen(assessment);
		String name = this.server.name();
		if (this.server.isEdge()) {
			return leftOut(seen, "seen.left-out-edge");
		}
		if (assessment.build().isBefore2013()) {
			boolean mayHoldMailboxes = this.server.holdsMailboxes() || this.server.roles().isBlank();
			return mayHoldMailboxes ? Finding.of("SERVER-BEFORE-2013", FindingLevel.BLOCKS, name, seen, name,
					BuildNotes.named(assessment)) : leftOut(seen, "seen.left-out-2010");
		}
		if (!assessment.newEnough()) {
			return Finding.of("SERVER-BUILD-TOO-OLD", FindingLevel.BLOCKS, name, seen, name,
					BuildNotes.named(assessment), BuildNotes.named(TABLE.assess(BuildAssessment.GATE)));
		}
		String code = (assessment.standing() instanceof Standing.NewerThanTable) ? "SERVER-BUILD-NEWER"
				: "SERVER-BUILD-MEETS";
		return Finding.of(code, FindingLevel.MEETS, name, seen)
			.noting(BuildNotes.of(assessment, this.exact.isPresent(), this.server.holdsMailboxes()));
	}

	private Finding leftOut(StoredMessage seen, String why) {
		return Finding.of("SERVER-LEFT-OUT", FindingLevel.NOTE, this.server.name(), seen)
			.noting(List.of(StoredMessage.of(why)));
	}

	private Finding unreadable() {
		StoredMessage seen = StoredMessage.of("seen.plain", this.server.version());
		return this.server.isEdge() ? leftOut(seen, "seen.left-out-edge") : Finding.of("SERVER-BUILD-UNREADABLE",
				FindingLevel.UNKNOWN, this.server.name(), seen, this.server.name());
	}

	private static StoredMessage seen(BuildAssessment assessment) {
		ServerBuild build = assessment.build();
		return switch (assessment.standing()) {
			case Standing.Listed(ExchangeUpdate update) ->
				StoredMessage.of("seen.build", update.fullName(), build, BuildNotes.released(update));
			case Standing.NewerThanTable() -> assessment.name()
				.map((name) -> StoredMessage.of("seen.build-newer", name, build))
				.orElseGet(() -> StoredMessage.of("seen.build-newer-unknown", build));
			case Standing.NotListed() -> assessment.name()
				.map((name) -> StoredMessage.of("seen.build-not-listed", name, build))
				.orElseGet(() -> StoredMessage.of("seen.build-unknown", build));
		};
	}

	private String evidence() {
		return "Name                : " + this.server.name() + "\nAdminDisplayVersion : " + this.server.version()
				+ "\nServerRole          : " + this.server.roles() + "\nExSetup.exe         : "
				+ this.exact.map(ServerBuild::toString).orElse("");
	}

}

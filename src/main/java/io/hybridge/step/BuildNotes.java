package io.hybridge.step;

import java.util.ArrayList;
import java.util.List;

import io.hybridge.exchange.BuildAssessment;
import io.hybridge.exchange.BuildTable;
import io.hybridge.exchange.ExchangeProduct;
import io.hybridge.exchange.ExchangeUpdate;
import io.hybridge.exchange.MinimumBuilds;
import io.hybridge.exchange.MinimumBuilds.Need;
import io.hybridge.exchange.ServerBuild;
import io.hybridge.web.text.StoredMessage;

/**
 * What is good to know of a build that is new enough: which update is newer, and what
 * else it is too old for. A displayed version hides the security update, so of that
 * nothing is said.
 */
final class BuildNotes {

	private final BuildAssessment assessment;

	private final boolean exact;

	private final List<StoredMessage> notes = new ArrayList<>();

	private BuildNotes(BuildAssessment assessment, boolean exact) {
		this.assessment = assessment;
		this.exact = exact;
	}

	static List<StoredMessage> of(BuildAssessment assessment, boolean exact, boolean holdsMailboxes) {
		BuildNotes notes = new BuildNotes(assessment, exact);
		if (!exact) {
			notes.add("seen.build-displayed");
		}
		notes.newer();
		if (holdsMailboxes) {
			notes.needs();
		}
		return notes.notes;
	}

	/** When an update came out, as precisely as the table knows it. */
	static Object released(ExchangeUpdate update) {
		return update.day().<Object>map((day) -> day).orElse(update.month());
	}

	private void newer() {
		this.assessment.newer().filter((update) -> tells(update.build())).ifPresent((update) -> {
			String key = update.sold() ? "seen.newer-sold" : "seen.newer";
			add(key, update.fullName(), released(update));
		});
	}

	private void needs() {
		Need application = MinimumBuilds.DEDICATED_APPLICATION.of(this.assessment.build());
		Need graph = MinimumBuilds.GRAPH.of(this.assessment.build());
		if (application instanceof Need.OtherProduct && graph instanceof Need.OtherProduct) {
			add("seen.never-application-nor-graph", product());
			return;
		}
		need(application, "seen.needed-for-application", "seen.never-application");
		need(graph, "seen.needed-for-graph", "seen.never-graph");
	}

	private void need(Need need, String build, String never) {
		switch (need) {
			case Need.Nothing() -> {
			}
			case Need.OtherProduct() -> add(never, product());
			case Need.Build(ServerBuild needed) -> {
				if (tells(needed)) {
					add(build, named(BuildTable.load().assess(needed)));
				}
			}
		}
	}

	/** Whether the build that was seen tells that it is older than another. */
	private boolean tells(ServerBuild other) {
		return this.exact || !this.assessment.build().sameLine(other);
	}

	private String product() {
		return this.assessment.product().map(ExchangeProduct::name).orElseThrow();
	}

	/** A build with its name, for instance {@code Exchange 2013 CU3 (15.0.775.38)}. */
	static String named(BuildAssessment assessment) {
		return assessment.name()
			.map((name) -> name + " (" + assessment.build() + ")")
			.orElseGet(() -> assessment.build().toString());
	}

	private void add(String key, Object... values) {
		this.notes.add(StoredMessage.of(key, values));
	}

}

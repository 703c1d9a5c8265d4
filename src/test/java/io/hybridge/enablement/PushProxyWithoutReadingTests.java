package io.hybridge.enablement;

import java.util.List;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.hybridge.lab.Trait;
import io.hybridge.lab.world.Scenario;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No cmdlet reads the push proxy: step 4 goes from start to badge, and back, whatever a
 * server shows of it.
 */
class PushProxyWithoutReadingTests extends LabWizard {

	@BeforeEach
	void establishOAuth() throws Exception {
		LAB.reset(Scenario.STANDARD);
		// The lab of the test before is gone, and with it what the journal remembers of
		// it.
		this.jdbc.sql("update step_change set state = 'NOT_DONE'").update();
		this.desk.begin(this.desk.check("oauth"), "oauth");
		this.desk.finish("oauth");
	}

	@AfterEach
	void answerAsUsual() {
		LAB.traits().become(List.of());
	}

	@ParameterizedTest
	@EnumSource
	void goesFromStartToBadgeAndBack(Answers answers) throws Exception {
		answers.begin();
		Document planned = this.desk.check("push-proxy");
		assertThat(this.desk.offers(planned, "push-proxy", "apply")).as(planned.select("main").text()).isTrue();
		assertThat(this.desk.status("push-proxy")).as("taken back, from the second time on")
			.isIn("READY_TO_PLAN", "TAKEN_BACK");
		long enabled = LAB.effects("PushProxyEnabled");

		this.desk.begin(planned, "push-proxy");
		Document page = this.desk.finish("push-proxy");
		assertThat(page.select("#apply h2").text()).as(page.select("main").text())
			.isEqualTo("1 change was made in Fabrikam");
		assertThat(LAB.effects("PushProxyEnabled")).isEqualTo(enabled + 1);
		assertThat(this.desk.status("push-proxy")).as("not proved yet").isEqualTo("APPLIED");

		this.desk.probe();
		page = this.desk.finish("push-proxy");
		assertThat(page.select("#verify tbody .status").eachText()).containsOnly("Succeeded");
		assertThat(this.desk.status("push-proxy")).isEqualTo("IN_EFFECT");
		assertThat(LAB.exchange().sendMessage("lena@fabrikam.com").succeeded()).isTrue();
		page = this.desk.check("push-proxy");
		assertThat(this.desk.status("push-proxy")).as("looked at again: " + page.select("#findings").text())
			.isEqualTo("IN_EFFECT");
		assertThat(page.select("#findings").text().contains("As required")).as(page.select("#findings").text())
			.isEqualTo(answers.proved);

		this.desk.begin(this.desk.checkUndo("push-proxy"), "push-proxy");
		page = this.desk.finish("push-proxy");
		assertThat(page.select("#apply").text()).contains("taken back");
		assertThat(LAB.exchange().view().pushProxy().enabled()).isFalse();
		assertThat(this.desk.status("push-proxy")).isEqualTo("TAKEN_BACK");
		assertThat(this.desk.offers("push-proxy", "check-undo")).as("nothing of ours is left").isFalse();
	}

	/** What a server and its directory give away. */
	enum Answers {

		AS_USUAL(true), A_RECORD_OF_DISABLING(true, Trait.PROXY_DISABLED_WITH_RECORD),
		NO_RECORD(true, Trait.PROXY_LOOK_WITHOUT_RECORD), THE_FLAG_SET(true, Trait.PROXY_LOOK_WITH_FLAG_SET),
		NO_DIRECTORY(false, Trait.DIRECTORY_UNREADABLE), NO_OBJECT(false, Trait.DIRECTORY_WITHOUT_PROXY),
		NOTHING(false, Trait.PROXY_LOOK_WITHOUT_RECORD, Trait.DIRECTORY_UNREADABLE),
		NOTHING_BUT_RECORDS(false, Trait.PROXY_LOOK_WITHOUT_RECORD, Trait.DIRECTORY_UNREADABLE,
				Trait.PROXY_DISABLED_WITH_RECORD),
		NOTHING_BUT_THE_FLAG(false, Trait.PROXY_LOOK_WITH_FLAG_SET, Trait.DIRECTORY_UNREADABLE),
		ANOTHER_CONTROLLER(true, Trait.PROXY_LOOK_WITHOUT_RECORD, Trait.DIRECTORY_ON_ANOTHER_CONTROLLER);

		private final boolean proved;

		private final List<Trait> traits;

		Answers(boolean proved, Trait... traits) {
			this.proved = proved;
			this.traits = List.of(traits);
		}

		void begin() {
			LAB.traits().become(this.traits);
		}

	}

}

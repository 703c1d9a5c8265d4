package io.hybridge.run.plan;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.hybridge.organization.DomainName;
import io.hybridge.run.plan.PlanDifferences.Kind;
import io.hybridge.step.change.EnablePushProxy;
import io.hybridge.step.change.SetAuthServer;

import static org.assertj.core.api.Assertions.assertThat;

class PlanDifferencesTests {

	private final SetAuthServer create = new SetAuthServer("MicrosoftSts", null, "https://new.example");

	private final SetAuthServer update = new SetAuthServer("MicrosoftSts", "https://old.example",
			"https://new.example");

	private final EnablePushProxy enable = new EnablePushProxy("", new DomainName("fabrikam.com"));

	@Test
	void findsNoneBetweenEqualPlans() {
		assertThat(PlanDifferences.between(List.of(this.create), List.of(this.create))).isEmpty();
	}

	@Test
	void tellsGoneNewAndOtherApart() {
		assertThat(PlanDifferences.between(List.of(this.create, this.enable), List.of(this.update)))
			.extracting(PlanDifferences::kind)
			.containsExactly(Kind.OTHER, Kind.GONE);
		assertThat(PlanDifferences.between(List.of(), List.of(this.create))).extracting(PlanDifferences::kind)
			.containsExactly(Kind.NEW);
	}

	@Test
	void tellsWhereAChangeStartsFromWhereItLeads() {
		EnablePushProxy elsewhere = new EnablePushProxy("", new DomainName("contoso.com"));
		assertThat(PlanDifferences.between(List.of(this.enable), List.of(elsewhere))).extracting(PlanDifferences::kind)
			.containsExactly(Kind.LEADS);
	}

	@Test
	void namesTheValueThatWasPlannedAndTheOneFound() {
		PlanDifferences difference = PlanDifferences.between(List.of(this.create), List.of(this.update)).getFirst();
		assertThat(difference.planned()).isEmpty();
		assertThat(difference.found()).isEqualTo("https://old.example");
	}

}

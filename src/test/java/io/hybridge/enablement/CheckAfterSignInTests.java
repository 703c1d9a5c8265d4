package io.hybridge.enablement;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CheckAfterSignInTests extends LabWizard {

	@Test
	void looksAtTheTenantByItselfForWhoeverAskedForTheCode() throws Exception {
		assertThat(this.jdbc.sql("select actor_name from step_run where step = 'TENANT' and kind = 'CHECK'")
			.query(String.class)
			.list()).isNotEmpty().containsOnly("Test operator");
		assertThat(this.desk.show("tenant").select("#findings h2").text()).isNotEmpty()
			.doesNotContain("Nothing is known");
	}

}

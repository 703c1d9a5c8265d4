package io.hybridge.enablement.approval;

import java.util.Arrays;
import java.util.Optional;

/**
 * Which rule a person chose.
 *
 * @param rule as the page named it
 */
record ApprovalRuleForm(String rule) {

	Optional<ApprovalRule> chosen() {
		return Arrays.stream(ApprovalRule.values()).filter((rule) -> rule.slug().equals(this.rule)).findFirst();
	}

}

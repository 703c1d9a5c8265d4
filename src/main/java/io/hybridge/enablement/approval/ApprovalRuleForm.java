package io.hybridge.enablement.approval;

import java.util.Arrays;
import java.util.Optional;

import io.hybridge.web.TypedText;

/**
 * Which rule a person chose.
 *
 * @param rule as the page named it
 */
record ApprovalRuleForm(String rule) {

	ApprovalRuleForm {
		rule = TypedText.line(rule);
	}

	Optional<ApprovalRule> chosen() {
		return Arrays.stream(ApprovalRule.values()).filter((rule) -> rule.slug().equals(this.rule)).findFirst();
	}

}

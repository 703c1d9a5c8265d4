package io.hybridge.enablement.page;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import io.hybridge.enablement.DeviceTestForm;
import io.hybridge.enablement.DeviceTests;
import io.hybridge.organization.OrganizationId;
import io.hybridge.security.account.SignedIn;
import io.hybridge.step.StepName;

/** Takes what a person saw on a phone. */
@Controller
class DeviceTestController {

	private final DeviceTests deviceTests;

	private final StepPage page;

	DeviceTestController(DeviceTests deviceTests, StepPage page) {
		this.deviceTests = deviceTests;
		this.page = page;
	}

	@PostMapping("/organizations/{id}/enablement/push-proxy/device-test")
	String record(@PathVariable long id, @AuthenticationPrincipal SignedIn person,
			@ModelAttribute("deviceTestForm") DeviceTestForm form, BindingResult errors, Model model,
			HttpServletResponse response) {
		OrganizationId organization = new OrganizationId(id);
		this.deviceTests.requireOffered(organization);
		if (!form.answered()) {
			errors.rejectValue("answer", "enablement.device.answer-missing");
		}
		if (!form.plausible()) {
			errors.rejectValue("number", "enablement.device.number-wrong");
		}
		if (form.noteTooLong()) {
			errors.rejectValue("note", "enablement.too-long", new Object[] { DeviceTestForm.LONGEST_NOTE }, null);
		}
		if (errors.hasErrors()) {
			this.page.fill(organization, StepName.PUSH_PROXY, person.actor(), model);
			response.setStatus(422);
			return StepPage.TEMPLATE;
		}
		this.deviceTests.record(organization, form, person.actor());
		return "redirect:/organizations/" + id + "/enablement/push-proxy#verify";
	}

}

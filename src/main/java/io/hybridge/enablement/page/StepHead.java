package io.hybridge.enablement.page;

import io.hybridge.organization.Environment;
import io.hybridge.organization.Organization;
import io.hybridge.organization.OrganizationId;
import io.hybridge.step.StepName;
import io.hybridge.web.PageScope;

/**
 * Which step of which organization a page is about.
 *
 * @param scope its name and environment
 * @param lab whether it lives in the lab
 */
record StepHead(OrganizationId organization, PageScope scope, boolean lab, StepName step) {

	static StepHead of(Organization organization, StepName step) {
		return new StepHead(organization.id(), organization.scope(), organization.environment() == Environment.LAB,
				step);
	}

	public String home() {
		return "/organizations/" + this.organization;
	}

	public String address() {
		return address(this.organization, this.step);
	}

	static String address(OrganizationId organization, StepName step) {
		return "/organizations/" + organization + "/enablement/" + step.slug();
	}

	public String nameKey() {
		return "step." + this.step.slug() + ".name";
	}

	/** Servers have words of their own; what the other steps look at is of many kinds. */
	public boolean servers() {
		return this.step == StepName.SERVERS;
	}

	/**
	 * Whether it looks at objects of several kinds, of each of which something is wanted.
	 */
	public boolean objects() {
		return this.step == StepName.OAUTH || this.step == StepName.PUSH_PROXY;
	}

	/** Whether the sign-in to the tenant is on its page. */
	public boolean signIn() {
		return this.step == StepName.TENANT;
	}

	public String summaryKey(LastLook.Summary summary) {
		return summary.key() + ((servers() && summary.stops()) ? ".server" : "");
	}

	public String leadKey() {
		return "step." + this.step.slug() + ".lead";
	}

}

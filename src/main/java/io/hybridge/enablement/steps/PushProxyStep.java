package io.hybridge.enablement.steps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.hybridge.enablement.StepName;
import io.hybridge.enablement.Text;
import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.PushProxy;

/**
 * Enables the push proxy once OAuth is in effect. That notifications really travel is
 * proved by the probe, not here.
 */
final class PushProxyStep implements Step {

	@Override
	public StepName name() {
		return StepName.PUSH_PROXY;
	}

	@Override
	public boolean asksExchange() {
		return true;
	}

	@Override
	public boolean asksTenant() {
		return true;
	}

	@Override
	public Examination examine(World world, Goal goal) {
		List<Finding> findings = new ArrayList<>();
		List<Change> changes = new ArrayList<>();
		Examination oauth = new OAuthStep().examine(world, goal);
		if (!oauth.plannable() || !oauth.changes().isEmpty()) {
			findings.add(oauth(oauth));
		}
		world.exchange().seen().ifPresent((exchange) -> proxy(exchange, goal, findings, changes));
		return new Examination(findings, changes, List.of(),
				List.of(Text.of("untouched.oauth"), Text.of("untouched.certificates")), List.of(),
				oauth.certificateExpires(), Optional.empty(), false);
	}

	private Finding oauth(Examination oauth) {
		boolean unknown = oauth.count(Verdict.BLOCKS) == 0 && oauth.count(Verdict.UNKNOWN) > 0;
		return Finding.of(unknown ? "OAUTH-UNKNOWN" : "OAUTH-NOT-IN-EFFECT", unknown ? Verdict.UNKNOWN : Verdict.BLOCKS,
				"OAuth", Text.of("seen.oauth", oauth.changes().size(), oauth.count(Verdict.BLOCKS)));
	}

	private void proxy(ExchangeState exchange, Goal goal, List<Finding> findings, List<Change> changes) {
		switch (exchange.pushProxy()) {
			case PushProxy.Unreadable(String evidence) ->
				findings.add(Finding.of("PROXY-UNREADABLE", Verdict.UNKNOWN, "OnPrem-Proxy", Text.of("seen.no-record"))
					.shownBy(exchange.answeredBy(), evidence));
			case PushProxy.Seen proxy -> {
				boolean ours = proxy.organization().equalsIgnoreCase(goal.domain());
				if (proxy.enabled() && ours) {
					findings.add(Finding.of("PROXY-MEETS", Verdict.MEETS, "OnPrem-Proxy",
							Text.of("seen.proxy-enabled", proxy.organization())));
				}
				else if (proxy.enabled()) {
					findings.add(Finding.of("PROXY-FOR-ANOTHER", Verdict.BLOCKS, "OnPrem-Proxy",
							Text.of("seen.proxy-enabled", proxy.organization()), proxy.organization(), goal.domain()));
				}
				else {
					findings.add(Finding.of("PROXY-DISABLED", Verdict.DIFFERS, "OnPrem-Proxy",
							Text.of("seen.proxy-disabled"), goal.domain()));
					changes.add(new EnablePushProxy(proxy.organization(), goal.domain()));
				}
			}
		}
	}

}

package io.hybridge.step;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.ExchangeState.PushProxy;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.EnablePushProxy;
import io.hybridge.step.observation.Observation;
import io.hybridge.web.text.StoredMessage;

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
	public Examination examine(Observation observation, TargetState target) {
		List<Finding> findings = new ArrayList<>();
		List<Change> changes = new ArrayList<>();
		Examination oauth = new OAuthStep().examine(observation, target);
		if (!oauth.asWanted()) {
			findings.add(oauth(oauth));
		}
		observation.exchange().seen().ifPresent((exchange) -> {
			servers(exchange).ifPresent(findings::add);
			proxy(exchange, target, findings, changes);
		});
		return new Examination(findings, changes, List.of(),
				List.of(StoredMessage.of("untouched.oauth"), StoredMessage.of("untouched.certificates")), List.of(),
				oauth.certificateExpires(), Optional.empty(), false);
	}

	private Finding oauth(Examination oauth) {
		boolean unknown = oauth.count(FindingLevel.BLOCKS) == 0 && oauth.count(FindingLevel.UNKNOWN) > 0;
		return Finding.of(unknown ? "OAUTH-UNKNOWN" : "OAUTH-NOT-IN-EFFECT",
				unknown ? FindingLevel.UNKNOWN : FindingLevel.BLOCKS, "OAuth",
				StoredMessage.of("seen.oauth", oauth.changes().size(), oauth.count(FindingLevel.BLOCKS)));
	}

	private static Optional<Finding> servers(ExchangeState exchange) {
		return exchange.servers()
			.stream()
			.map((server) -> BuildCheck.of(server, exchange))
			.filter((gate) -> gate.verdict().compareTo(FindingLevel.CHOOSE) < 0)
			.min(Comparator.comparing(Finding::verdict))
			.map((worst) -> Finding.of(
					(worst.verdict() == FindingLevel.BLOCKS) ? "SERVERS-NOT-IN-EFFECT" : "SERVERS-UNKNOWN",
					worst.verdict(), worst.subject(), worst.seen(), worst.subject()));
	}

	private void proxy(ExchangeState exchange, TargetState target, List<Finding> findings, List<Change> changes) {
		switch (exchange.pushProxy()) {
			case PushProxy.Unreadable(String evidence) -> findings.add(Finding
				.of("PROXY-UNREADABLE", FindingLevel.UNKNOWN, "OnPrem-Proxy", StoredMessage.of("seen.no-record"))
				.shownBy(exchange.answeredBy(), evidence));
			case PushProxy.Seen proxy -> {
				boolean ours = proxy.organization().equalsIgnoreCase(target.domain().value());
				if (proxy.enabled() && ours) {
					findings.add(Finding.of("PROXY-MEETS", FindingLevel.MEETS, "OnPrem-Proxy",
							StoredMessage.of("seen.proxy-enabled", proxy.organization())));
				}
				else if (proxy.enabled()) {
					findings.add(Finding.of("PROXY-FOR-ANOTHER", FindingLevel.BLOCKS, "OnPrem-Proxy",
							StoredMessage.of("seen.proxy-enabled", proxy.organization()), proxy.organization(),
							target.domain().value()));
				}
				else {
					findings.add(Finding.of("PROXY-DISABLED", FindingLevel.DIFFERS, "OnPrem-Proxy",
							StoredMessage.of("seen.proxy-disabled"), target.domain().value()));
					changes.add(new EnablePushProxy(proxy.organization(), target.domain()));
				}
			}
		}
	}

}

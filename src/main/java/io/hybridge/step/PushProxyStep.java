package io.hybridge.step;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.hybridge.exchange.ExchangeState;
import io.hybridge.exchange.PushProxy;
import io.hybridge.exchange.PushProxy.Entry;
import io.hybridge.exchange.PushProxy.Shown;
import io.hybridge.microsoft365.TenantReading;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.EnablePushProxy;
import io.hybridge.step.examination.Examination;
import io.hybridge.step.examination.Finding;
import io.hybridge.step.examination.FindingLevel;
import io.hybridge.step.examination.TargetState;
import io.hybridge.step.examination.UnattendedFindings;
import io.hybridge.step.oauth.ObjectSettings;
import io.hybridge.step.observation.Observation;
import io.hybridge.step.observation.ProxyAnswer;
import io.hybridge.step.observation.ProxyKnowledge;
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
		observation.tenant()
			.seen()
			.flatMap(TenantReading.Seen::application)
			.map(UnattendedFindings::readBy)
			.ifPresent(findings::add);
		observation.exchange().seen().ifPresent((exchange) -> {
			servers(exchange).ifPresent(findings::add);
			proxy(exchange, observation, target, findings, changes);
		});
		String answeredBy = observation.exchange().seen().map(ExchangeState::answeredBy).orElse(null);
		ObjectSettings settings = new ObjectSettings(answeredBy, Optional.empty(), target);
		return new Examination(findings.stream().map(settings::around).toList(), changes, List.of(),
				List.of(StoredMessage.of("untouched.oauth"), StoredMessage.of("untouched.certificates")), List.of(),
				oauth.certificateExpires(), Optional.empty(), false)
			.answeredBy(answeredBy);
	}

	private Finding oauth(Examination oauth) {
		boolean unknown = oauth.count(FindingLevel.BLOCKS) == 0 && oauth.count(FindingLevel.UNKNOWN) > 0;
		return unknown
				? Finding.of("OAUTH-UNKNOWN", FindingLevel.UNKNOWN, "OAuth",
						StoredMessage.of("seen.oauth-unknown", oauth.count(FindingLevel.UNKNOWN)))
				: Finding.of("OAUTH-NOT-IN-EFFECT", FindingLevel.BLOCKS, "OAuth",
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

	private void proxy(ExchangeState exchange, Observation observation, TargetState target, List<Finding> findings,
			List<Change> changes) {
		ProxyKnowledge known = ProxyKnowledge.of(exchange.pushProxy(), observation.proxyAnswer());
		String domain = target.domain().value();
		String served = served(known);
		findings.addAll(Sources.of(exchange, observation));
		if (target.cloud().getPush().isEmpty()) {
			findings.add(Finding.of("PUSH-UNKNOWN-IN-CLOUD", FindingLevel.BLOCKS, target.cloud().getTitle(),
					StoredMessage.of("seen.cloud-without-push"), target.cloud().getTitle()));
			return;
		}
		if (!served.isEmpty() && !served.equalsIgnoreCase(domain)) {
			findings.add(proxy("PROXY-FOR-ANOTHER", FindingLevel.BLOCKS, "seen.proxy-enabled", served, domain));
			return;
		}
		findings.add(switch (known) {
			case ProxyKnowledge.Enabled it -> proxy("PROXY-MEETS", FindingLevel.MEETS, "seen.proxy-enabled", domain);
			case ProxyKnowledge.LeftByUs(boolean enabled, String organization) when enabled ->
				proxy("PROXY-UNCONFIRMED", FindingLevel.UNPROVED, "seen.proxy-unconfirmed", domain);
			case ProxyKnowledge.Claimed it ->
				proxy("PROXY-CLAIMED", FindingLevel.UNPROVED, "seen.proxy-claimed", domain);
			case ProxyKnowledge.Disabled it ->
				proxy("PROXY-DISABLED", FindingLevel.DIFFERS, "seen.proxy-disabled", domain);
			case ProxyKnowledge.LeftByUs it -> unreadable(domain);
			case ProxyKnowledge.Hidden it -> unreadable(domain);
		});
		enable(known, target).ifPresent(changes::add);
	}

	/** The domain that it may be enabled for, or empty text. */
	private static String served(ProxyKnowledge known) {
		return switch (known) {
			case ProxyKnowledge.Enabled(String organization) -> organization;
			case ProxyKnowledge.LeftByUs(boolean enabled, String organization) -> enabled ? organization : "";
			case ProxyKnowledge.Claimed(String organization) -> organization;
			case ProxyKnowledge.Disabled it -> "";
			case ProxyKnowledge.Hidden it -> "";
		};
	}

	/** Enabling sets it, whatever it was, so what cannot be read can be planned. */
	private static Optional<Change> enable(ProxyKnowledge known, TargetState target) {
		return switch (known) {
			case ProxyKnowledge.Enabled it -> Optional.empty();
			case ProxyKnowledge.LeftByUs(boolean enabled, String organization) when enabled -> Optional.empty();
			case ProxyKnowledge.Disabled(String former) -> Optional.of(new EnablePushProxy(former, target.domain()));
			case ProxyKnowledge.LeftByUs it -> Optional.of(new EnablePushProxy(null, target.domain()));
			case ProxyKnowledge.Claimed it -> Optional.of(new EnablePushProxy(null, target.domain()));
			case ProxyKnowledge.Hidden it -> Optional.of(new EnablePushProxy(null, target.domain()));
		};
	}

	private static Finding unreadable(String domain) {
		return proxy("PROXY-UNREADABLE", FindingLevel.UNPROVED, "seen.proxy-unreadable", domain);
	}

	private static Finding proxy(String code, FindingLevel level, String seen, String... values) {
		return Finding.of(code, level, "OnPrem-Proxy", StoredMessage.of(seen, values[0]), (Object[]) values);
	}

	/** The sources from which the state is concluded, in their order. */
	private static final class Sources {

		private Sources() {
		}

		static List<Finding> of(ExchangeState exchange, Observation observation) {
			PushProxy proxy = exchange.pushProxy();
			return List.of(look(exchange.answeredBy(), proxy), directory(proxy.entry()),
					ours(observation, proxy.entry()));
		}

		private static Finding look(String server, PushProxy proxy) {
			String subject = "Enable-PushNotificationProxy -WhatIf";
			return proxy.shown()
				.map((record) -> note("PROXY-LOOK", subject, shown(record)))
				.orElseGet(() -> note("PROXY-LOOK", subject, StoredMessage.of("seen.no-record")).shownBy(server,
						proxy.evidence()));
		}

		private static StoredMessage shown(Shown record) {
			if (record.organization().isEmpty()) {
				return StoredMessage.of(record.enabled() ? "seen.proxy-look.enabled" : "seen.proxy-look.disabled");
			}
			return StoredMessage.of(record.enabled() ? "seen.proxy-look.enabled-for" : "seen.proxy-look.disabled-for",
					record.organization());
		}

		private static Finding directory(Entry entry) {
			return switch (entry) {
				case Entry.Found found -> note("PROXY-DIRECTORY", "CN=OnPrem-Proxy",
						StoredMessage.of("seen.proxy-directory", found.stamp().changed(),
								found.stamp().domainController()))
					.under(StoredMessage.of("seen.proxy-directory.made", found.created()));
				case Entry.Missing missing ->
					note("PROXY-DIRECTORY", "CN=OnPrem-Proxy", StoredMessage.of("seen.proxy-directory.missing"))
						.shownBy("LDAP", missing.evidence());
				case Entry.Unreadable unreadable -> note("PROXY-DIRECTORY", "CN=OnPrem-Proxy",
						StoredMessage.of("seen.proxy-directory.unreadable", unreadable.evidence()))
					.shownBy("LDAP", unreadable.evidence());
			};
		}

		private static Finding ours(Observation observation, Entry entry) {
			return note("PROXY-OUR-RECORD", "Hybridge",
					observation.proxyAnswer()
						.map((answer) -> StoredMessage.of(left(answer, entry), answer.organization()))
						.orElseGet(() -> StoredMessage.of("seen.proxy-ours.none")));
		}

		private static String left(ProxyAnswer answer, Entry entry) {
			boolean enabled = answer.enabled();
			return switch (ProxyKnowledge.of(new PushProxy(Optional.empty(), "", entry), Optional.of(answer))) {
				case ProxyKnowledge.Enabled known -> "seen.proxy-ours.kept.enabled";
				case ProxyKnowledge.Disabled known -> "seen.proxy-ours.kept.disabled";
				case ProxyKnowledge.LeftByUs known ->
					enabled ? "seen.proxy-ours.not-comparable.enabled" : "seen.proxy-ours.not-comparable.disabled";
				case ProxyKnowledge.Claimed known -> changed(enabled);
				case ProxyKnowledge.Hidden known -> changed(enabled);
			};
		}

		private static String changed(boolean enabled) {
			return enabled ? "seen.proxy-ours.changed.enabled" : "seen.proxy-ours.changed.disabled";
		}

		private static Finding note(String code, String subject, StoredMessage seen) {
			return Finding.of(code, FindingLevel.NOTE, subject, seen);
		}

	}

}

package io.hybridge.security.passkey;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;
import io.hybridge.security.account.Account;
import io.hybridge.security.passkey.RelyingParty.Use;

/** Asks browsers to make or use a passkey, and looks at what they answer. */
@Component
public class PasskeyProof {

	private final RelyingParty party;

	private final Passkeys passkeys;

	private final Challenges challenges;

	private final PasskeyPlace place;

	private final AuditLog audit;

	PasskeyProof(RelyingParty party, Passkeys passkeys, Challenges challenges, PasskeyPlace place, AuditLog audit) {
		this.party = party;
		this.passkeys = passkeys;
		this.challenges = challenges;
		this.place = place;
		this.audit = audit;
	}

	/**
	 * What a button needs to have one made.
	 * @param host at which the page was opened
	 */
	public PasskeyOffer toMake(Account account, String host) {
		return this.place.offer(host, () -> BrowserOrder.toMake(this.party.host(), account,
				this.challenges.ask(account.id()), this.passkeys.keys(account.id())));
	}

	/**
	 * What a button needs to have one used; empty where the account has none.
	 * @param host at which the page was opened
	 */
	public Optional<PasskeyOffer> toUse(Account account, String host) {
		List<PublicKey> keys = this.passkeys.keys(account.id());
		return keys.isEmpty() ? Optional.empty() : Optional.of(this.place.offer(host,
				() -> BrowserOrder.toUse(this.party.host(), this.challenges.ask(account.id()), keys)));
	}

	/** Whether the browser made one, which is the account’s from now on. */
	@Transactional
	public boolean made(Account account, String name, String answer) {
		Optional<PublicKey> key = this.party.made(answer, (challenge) -> this.challenges.spend(account.id(), challenge))
			.filter((made) -> !this.passkeys.isKnown(made.credential()))
			.filter((made) -> this.passkeys.of(account.id()).size() < Passkeys.MOST);
		key.ifPresent((made) -> this.passkeys.add(account.id(), name, made));
		return key.isPresent();
	}

	/** Whether the browser used one of the account’s. */
	@Transactional
	public boolean used(Account account, String answer) {
		Use use = this.party.used(answer, (challenge) -> this.challenges.spend(account.id(), challenge),
				(credential) -> this.passkeys.key(account.id(), credential));
		if (use.kind() == Use.Kind.COPIED) {
			copied(account, use);
		}
		return use.kind() == Use.Kind.RIGHT && this.passkeys.used(use.credential(), use.signatures());
	}

	private void copied(Account account, Use use) {
		this.passkeys.copied(use.credential());
		this.audit.append(
				AuditEntry.of(AuditKind.SIGN_IN, AuditOutcome.REFUSED, AuditActor.stranger(account.userName().value()))
					.with("name", "passkey-copied"));
	}

}

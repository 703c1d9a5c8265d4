package io.hybridge.lab.phone;

import java.util.Map;
import java.util.Optional;

import io.hybridge.lab.Ledger;
import io.hybridge.lab.Ledger.Effect;

/**
 * The phone on which the number appears, once Microsoft 365 has accepted a notification.
 */
public final class LabPhone {

	private final Ledger ledger;

	public LabPhone(Ledger ledger) {
		this.ledger = ledger;
	}

	/**
	 * The number on the icon.
	 * @return unread messages, 0 for no badge
	 */
	public int badge() {
		return last().map((effect) -> Integer.parseInt(effect.values().get("badge"))).orElse(0);
	}

	/**
	 * One more unread message.
	 * @param mailbox whose
	 * @return the effect
	 */
	public synchronized Effect raise(String mailbox) {
		return this.ledger.append("phone", "BadgeRaised",
				Map.of("badge", Integer.toString(badge() + 1), "mailbox", mailbox));
	}

	/** The messages were read. */
	public synchronized void clear() {
		if (badge() > 0) {
			this.ledger.append("phone", "BadgeCleared", Map.of("badge", "0"));
		}
	}

	private Optional<Effect> last() {
		return this.ledger.effects().reversed().stream().filter((effect) -> "phone".equals(effect.world())).findFirst();
	}

}

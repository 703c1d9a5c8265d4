package io.hybridge.lab.exchange.state;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.hybridge.lab.Ledger.Effect;

/**
 * What one domain controller knows: its own writes at once, those of the other one later,
 * and dated by itself. What is no entry of the directory has no controller.
 */
public final class Replication {

	/** The value of an effect that names the controller it was written on. */
	public static final String CONTROLLER = "controller";

	private static final String WRITTEN = "written";

	private static final Duration LAG = Duration.ofSeconds(20);

	private Replication() {
	}

	/**
	 * The organization as a controller knows it now.
	 * @param effects all of them
	 */
	public static OrganizationState seenOn(DomainController controller, List<Effect> effects, Instant now) {
		return StateProjection.of(effects.stream()
			.flatMap((effect) -> isFromElsewhere(effect, controller) ? arrived(effect, now) : Stream.of(effect))
			.toList());
	}

	/**
	 * When a controller dates what was written: the one it was written on at once, the
	 * other one when it arrives there.
	 * @param writtenOn fully qualified name of the controller
	 */
	public static Instant dated(DomainController controller, String writtenOn, Instant written) {
		return writtenOn.equals(controller.fqdn()) ? written : written.plus(LAG);
	}

	private static boolean isFromElsewhere(Effect effect, DomainController controller) {
		String written = effect.values().get(CONTROLLER);
		return written != null && !written.equals(controller.fqdn());
	}

	private static Stream<Effect> arrived(Effect effect, Instant now) {
		Instant arrival = effect.at().plus(LAG);
		Map<String, String> values = new LinkedHashMap<>(effect.values());
		values.put(WRITTEN, effect.at().toString());
		return arrival.isAfter(now) ? Stream.empty() : Stream
			.of(new Effect(effect.sequence(), arrival, effect.world(), effect.kind(), values, effect.answer()));
	}

	/** When it was written, on whichever controller. */
	static Instant written(Effect effect) {
		return Optional.ofNullable(effect.values().get(WRITTEN)).map(Instant::parse).orElse(effect.at());
	}

}

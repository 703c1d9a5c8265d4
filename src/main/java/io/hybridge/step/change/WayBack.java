package io.hybridge.step.change;

import java.util.function.Supplier;

import io.hybridge.step.readback.ReadBackResult;

/** Whether a change of ours is still there, and how it is taken back. */
public sealed interface WayBack {

	/**
	 * It is there, and can be taken back.
	 *
	 * @param inverse the change that does it
	 */
	record By(Change inverse) implements WayBack {
	}

	/** It was seen that it is not there any more, or that somebody has changed it. */
	record Gone() implements WayBack {
	}

	/** Nothing leads back from it, whether it is there or not. */
	record None() implements WayBack {
	}

	/** Nobody can tell whether it is still there. */
	record Untold() implements WayBack {
	}

	/**
	 * The way back from what is ours as long as its value is there.
	 * @param there what a look says of the value
	 * @param inverse the change that takes it back
	 */
	static WayBack from(ReadBackResult there, Supplier<Change> inverse) {
		return switch (there) {
			case ReadBackResult.Desired found -> new By(inverse.get());
			case ReadBackResult.AlreadyThere found -> new By(inverse.get());
			case ReadBackResult.Before found -> new Gone();
			case ReadBackResult.Unexplained found -> new Gone();
			case ReadBackResult.Other found -> new Gone();
			case ReadBackResult.Untold found -> new Untold();
			case ReadBackResult.Unseen found -> new Untold();
		};
	}

}

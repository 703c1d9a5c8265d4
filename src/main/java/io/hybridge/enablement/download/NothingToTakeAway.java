package io.hybridge.enablement.download;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such file to take away, or not yet. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NothingToTakeAway extends RuntimeException {

	NothingToTakeAway(String file) {
		super("No " + file);
	}

}

package io.hybridge.enablement;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such step, or it cannot do what was asked. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class UnknownStep extends RuntimeException {

	UnknownStep(String slug) {
		super("No step " + slug);
	}

}

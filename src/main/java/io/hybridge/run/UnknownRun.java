package io.hybridge.run;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such run. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class UnknownRun extends RuntimeException {

	UnknownRun(long id) {
		super("No run " + id);
	}

}

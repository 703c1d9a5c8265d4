package io.hybridge.run;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such step, or it cannot do what was asked. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class UnknownStep extends RuntimeException {

	public UnknownStep(String slug) {
		super("No step " + slug);
	}

}

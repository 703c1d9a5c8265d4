package io.hybridge.security.account;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such account. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class UnknownAccount extends RuntimeException {

	UnknownAccount(long id) {
		super("No account " + id);
	}

}

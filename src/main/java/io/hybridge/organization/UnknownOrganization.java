package io.hybridge.organization;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such organization, or the person may not see it: both answer 404. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public class UnknownOrganization extends RuntimeException {

	public UnknownOrganization(OrganizationId id) {
		super("No organization " + id);
	}

}

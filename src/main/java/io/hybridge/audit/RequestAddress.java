package io.hybridge.audit;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where the request that is being answered came from. */
public final class RequestAddress {

	private RequestAddress() {
	}

	/**
	 * The address as the server sees it; behind a proxy that of the person, where the
	 * server is told to believe the proxy.
	 * @return the address, or null where no request is being answered
	 */
	public static String current() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)
				? attributes.getRequest().getRemoteAddr() : null;
	}

}

package io.hybridge.security.address;

import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Tells whoever opened the console at another address than its own, before anything is
 * typed there: a sign-in at Microsoft leads back to its own.
 */
@Component("ownAddress")
public class OwnAddress {

	private final ConsoleAddress address;

	OwnAddress(ConsoleAddress address) {
		this.address = address;
	}

	/**
	 * The same page at the console's own address.
	 * @return its address, or null where the reader is there, or cannot be led there
	 */
	public String elsewhere() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes page)
				&& this.address.isElsewhere(page.getRequest().getServerName())
						? this.address.of(page.getRequest().getRequestURI()) : null;
	}

}

package io.hybridge.security.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

import io.hybridge.security.account.Person;

/** Signs a person in who has just proved who they are in another way than by the form. */
@Component
public class SignIn {

	private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

	private final KnownDevices devices;

	SignIn(KnownDevices devices) {
		this.devices = devices;
	}

	public void begin(Person person, HttpServletRequest request, HttpServletResponse response) {
		request.getSession();
		request.changeSessionId();
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(person.authentication());
		SecurityContextHolder.setContext(context);
		this.contexts.saveContext(context, request, response);
		this.devices.remember(person.accountId(), request, response);
	}

}

package io.hybridge.exchange.winrm.kerberos;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import javax.security.auth.Subject;

import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.MessageProp;
import org.ietf.jgss.Oid;

import io.hybridge.exchange.winrm.signin.AlteredMessage;
import io.hybridge.exchange.winrm.signin.ChannelBinding;
import io.hybridge.exchange.winrm.signin.Patience;
import io.hybridge.exchange.winrm.signin.Sealed;
import io.hybridge.exchange.winrm.signin.SecurityContext;
import io.hybridge.exchange.winrm.signin.SignInFailure;

/** A sign-in by Kerberos, in which the server proves itself as well. */
final class KerberosContext implements SecurityContext {

	private static final String NAME_TYPE = "1.2.840.113554.1.2.2.1";

	private final Deque<GSSContext> services;

	private final Subject subject;

	private final Patience patience;

	private final Runnable forget;

	private GSSContext context;

	/**
	 * A sign-in that has not begun.
	 * @param services the same server under the names by which its realm may know it
	 * @param subject with the account's tickets
	 * @param patience for all of it
	 * @param forget to be called where the server refuses a ticket: it may have another
	 * key by now
	 */
	KerberosContext(List<GSSContext> services, Subject subject, Patience patience, Runnable forget) {
		this.services = new ArrayDeque<>(services);
		this.subject = subject;
		this.patience = patience;
		this.forget = forget;
		this.context = this.services.removeFirst();
	}

	/**
	 * A context that asks for nothing yet.
	 * @param service for instance {@code HTTP/ex1.fabrikam.com@FABRIKAM.COM}
	 * @param mechanism SPNEGO or Kerberos itself
	 * @param binding to TLS, or null without
	 */
	static GSSContext to(String service, String mechanism, ChannelBinding binding) throws SignInFailure {
		try {
			GSSManager manager = GSSManager.getInstance();
			GSSName name = manager.createName(service, new Oid(NAME_TYPE));
			GSSContext context = manager.createContext(name, new Oid(mechanism), null, GSSContext.DEFAULT_LIFETIME);
			context.requestMutualAuth(true);
			context.requestConf(true);
			context.requestInteg(true);
			context.requestReplayDet(true);
			context.requestSequenceDet(true);
			context.requestCredDeleg(false);
			TlsBinding.of(binding).ifPresent((tls) -> bind(context, tls));
			return context;
		}
		catch (GSSException ex) {
			throw KerberosFailure.of(ex);
		}
	}

	private static void bind(GSSContext context, org.ietf.jgss.ChannelBinding binding) {
		try {
			context.setChannelBinding(binding);
		}
		catch (GSSException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public byte[] begin() throws SignInFailure, InterruptedException {
		try {
			return first();
		}
		catch (SignInFailure ex) {
			if (!ex.code().equals("exchange.kerberos-service-unknown") || this.services.isEmpty()) {
				throw ex;
			}
			this.context = this.services.removeFirst();
			return begin();
		}
	}

	private byte[] first() throws SignInFailure, InterruptedException {
		try {
			return step(new byte[0]);
		}
		catch (ExecutionException ex) {
			throw KerberosFailure.of(ex.getCause());
		}
	}

	@Override
	public byte[] answer(byte[] token) throws SignInFailure, InterruptedException {
		try {
			return step(token);
		}
		catch (ExecutionException ex) {
			this.forget.run();
			throw KerberosFailure.ofServer(ex.getCause());
		}
	}

	private byte[] step(byte[] token) throws SignInFailure, ExecutionException, InterruptedException {
		Callable<byte[]> step = () -> this.context.initSecContext(token, 0, token.length);
		try {
			byte[] next = this.patience.within(() -> Subject.callAs(this.subject, step));
			return (next != null) ? next : new byte[0];
		}
		catch (TimeoutException ex) {
			throw KerberosFailure.late();
		}
	}

	@Override
	public boolean isEstablished() {
		return this.context.isEstablished() && this.context.getMutualAuthState() && this.context.getConfState()
				&& this.context.getIntegState();
	}

	@Override
	public Sealed seal(byte[] plain) {
		try {
			return WrapToken.rotated(this.context.wrap(plain, 0, plain.length, new MessageProp(0, true)), plain.length);
		}
		catch (GSSException ex) {
			throw new IllegalStateException("A message cannot be sealed", ex);
		}
	}

	@Override
	public byte[] open(Sealed sealed) throws AlteredMessage {
		MessageProp property = new MessageProp(0, true);
		byte[] token = WrapToken.joined(sealed);
		byte[] plain;
		try {
			plain = this.context.unwrap(token, 0, token.length, property);
		}
		catch (GSSException | RuntimeException ex) {
			throw new AlteredMessage("the token cannot be opened: " + ex.getMessage());
		}
		if (!property.getPrivacy() || isOutOfOrder(property) || plain.length != sealed.octets().length) {
			throw new AlteredMessage("the token is not sealed, or not the next one");
		}
		return plain;
	}

	/** JGSS opens such tokens and only says so. */
	private static boolean isOutOfOrder(MessageProp property) {
		return property.isDuplicateToken() || property.isOldToken() || property.isUnseqToken() || property.isGapToken();
	}

}

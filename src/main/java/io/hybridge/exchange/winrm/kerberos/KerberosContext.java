package io.hybridge.exchange.winrm.kerberos;

import java.util.concurrent.Callable;

import javax.security.auth.Subject;

import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.GSSName;
import org.ietf.jgss.MessageProp;
import org.ietf.jgss.Oid;

import io.hybridge.exchange.winrm.signin.AlteredMessage;
import io.hybridge.exchange.winrm.signin.ChannelBinding;
import io.hybridge.exchange.winrm.signin.Sealed;
import io.hybridge.exchange.winrm.signin.SecurityContext;
import io.hybridge.exchange.winrm.signin.SignInFailure;

/** A sign-in by Kerberos, in which the server proves itself as well. */
final class KerberosContext implements SecurityContext {

	private static final String NAME_TYPE = "1.2.840.113554.1.2.2.1";

	private final Subject subject;

	private final GSSContext context;

	private KerberosContext(Subject subject, GSSContext context) {
		this.subject = subject;
		this.context = context;
	}

	/**
	 * A sign-in that has not begun.
	 * @param subject with the account's tickets
	 * @param service for instance {@code HTTP/ex1.fabrikam.com@FABRIKAM.COM}
	 * @param mechanism SPNEGO or Kerberos itself
	 * @param binding to TLS, or null without
	 */
	static KerberosContext to(String service, Subject subject, String mechanism, ChannelBinding binding)
			throws SignInFailure {
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
			return new KerberosContext(subject, context);
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
	public byte[] begin() throws SignInFailure {
		return step(new byte[0]);
	}

	@Override
	public byte[] answer(byte[] token) throws SignInFailure {
		return step(token);
	}

	private byte[] step(byte[] token) throws SignInFailure {
		Callable<byte[]> step = () -> this.context.initSecContext(token, 0, token.length);
		try {
			byte[] next = Subject.callAs(this.subject, step);
			return (next != null) ? next : new byte[0];
		}
		catch (RuntimeException ex) {
			throw KerberosFailure.of(ex);
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

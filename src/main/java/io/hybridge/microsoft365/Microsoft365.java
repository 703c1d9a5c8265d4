package io.hybridge.microsoft365;

import java.time.Duration;
import java.util.Optional;

import io.hybridge.certificate.Certificate;

/**
 * One organization's side of Microsoft 365. Methods that go out throw
 * {@link io.hybridge.remote.RemoteFailure}; none repeats a write by itself.
 */
public interface Microsoft365 {

	/** Application id of the principal Exchange Online, the same in every tenant. */
	String EXCHANGE_ONLINE = "00000002-0000-0ff1-ce00-000000000000";

	/**
	 * Looks up the organization's domain without signing in.
	 * @return whether a tenant answers for it
	 */
	TenantDiscovery discover();

	/**
	 * Reads the tenant with the token of the administrator who signed in.
	 * @return what was seen, or that somebody must sign in first
	 */
	TenantReading inspect();

	/**
	 * Adds the certificate's public key to the principal Exchange Online, with the
	 * certificate's own start and end. Reads all keys immediately before and sends all of
	 * them back with the new one; stops without effect when one of them came without its
	 * bytes, and sends nothing when an entry of the certificate counts already.
	 * @param certificate whose key
	 * @param longest how long the entry may last; where the certificate lasts longer, the
	 * entry begins now and ends by then
	 * @return the request and answer, as evidence; whether the key is there is told by
	 * {@link #inspect()}
	 */
	TenantAnswer addKey(Certificate certificate, Optional<Duration> longest);

	/**
	 * Removes exactly the key with the given fingerprint from the principal Exchange
	 * Online; the others are sent back unchanged.
	 * @param sha256 over the DER of the key's certificate, 64 lower-case hexadecimal
	 * digits
	 * @return the request and answer, as evidence
	 */
	TenantAnswer removeKey(String sha256);

	/**
	 * Removes all entries but one of the key with the given fingerprint; all others are
	 * sent back unchanged. Sends nothing where there is only one.
	 * @param sha256 over the DER of the key's certificate, 64 lower-case hexadecimal
	 * digits
	 * @return the request and answer, as evidence
	 */
	TenantAnswer keepOneKey(String sha256);

	/**
	 * The same side, of which every write asks once more right before it is sent, after
	 * all that it has to read: Microsoft 365 knows no moment after which it would refuse.
	 * @param leave throws where nothing may be sent any more
	 */
	Microsoft365 asking(Runnable leave);

	/**
	 * As whom changes are made; makes no remote call.
	 * @return empty where the person is not signed in
	 */
	Optional<TenantIdentity> identity();

	/**
	 * The cloud this organization belongs to.
	 * @return its addresses
	 */
	Cloud cloud();

}

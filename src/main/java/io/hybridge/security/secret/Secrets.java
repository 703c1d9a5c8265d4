package io.hybridge.security.secret;

import java.util.Optional;

/**
 * Keeps what must not be readable in the database: a server's password, a token cache.
 * Rows are encrypted with AES-256-GCM; owner and field are associated data, so that a row
 * copied to another place cannot be opened there.
 */
public interface Secrets {

	/**
	 * Stores or replaces a secret, in the caller's transaction.
	 * @param owner whose it is, for instance {@code organization:7}
	 * @param field what it is, for instance {@code winrm.password:ex1.fabrikam.com}
	 * @param value the secret
	 */
	void store(String owner, String field, String value);

	/**
	 * Reads a secret back.
	 * @param owner whose it is
	 * @param field what it is
	 * @return the secret, or empty when there is none
	 */
	Optional<String> read(String owner, String field);

	/**
	 * Removes a secret; nothing happens when there is none.
	 * @param owner whose it is
	 * @param field what it is
	 * @return whether there was one
	 */
	boolean destroy(String owner, String field);

	/**
	 * Removes all secrets of a kind.
	 * @param owner whose they are
	 * @param beginning of their fields
	 */
	void destroyAll(String owner, String beginning);

}

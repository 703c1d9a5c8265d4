package io.hybridge.lab;

import java.security.SecureRandom;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

/**
 * The people and accounts of the lab's world with the passwords that were made for this
 * one lab.
 *
 * @param administrator of the tenant
 * @param user somebody in the tenant without any role
 * @param service the account that may run Exchange commands on the servers
 */
public record LabAccounts(Account administrator, Account user, Account service) {

	private static final String NAME = "accounts.json";

	private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

	/**
	 * Opens the accounts of a lab, making their passwords when there are none.
	 * @param folder of the lab
	 * @return the accounts
	 */
	public static LabAccounts in(LabFolder folder) {
		return folder.read(NAME)
			.map((text) -> JsonMapper.shared().readValue(text, LabAccounts.class))
			.orElseGet(() -> make(folder));
	}

	private static LabAccounts make(LabFolder folder) {
		LabAccounts accounts = new LabAccounts(new Account("administrator@fabrikam.com", password()),
				new Account("user@fabrikam.com", password()), new Account("hybridge@fabrikam.com", password()));
		folder.write(NAME, JsonMapper.shared().writeValueAsString(accounts));
		return accounts;
	}

	private static String password() {
		SecureRandom random = new SecureRandom();
		return random.ints(20, 0, LETTERS.length())
			.mapToObj((index) -> LETTERS.substring(index, index + 1))
			.collect(Collectors.joining())
			.replaceAll("(.{5})(?!$)", "$1-");
	}

	/**
	 * An account of the lab.
	 *
	 * @param name to sign in with
	 * @param password made for this lab
	 */
	public record Account(String name, String password) {

		@Override
		public String toString() {
			return "Account[" + this.name + "]";
		}

	}

}

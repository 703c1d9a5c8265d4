package io.hybridge.security.user;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.hybridge.security.account.Account;
import io.hybridge.security.account.Accounts;
import io.hybridge.security.account.Role;
import io.hybridge.security.account.SignedIn;
import io.hybridge.security.account.UserName;
import io.hybridge.security.factor.Factors;
import io.hybridge.security.session.Sessions;
import io.hybridge.web.Choice;

/** What the page of users shows. */
@Component
class UsersView {

	private final Accounts accounts;

	private final Invitations invitations;

	private final Factors factors;

	private final Sessions sessions;

	private final MessageSource messages;

	UsersView(Accounts accounts, Invitations invitations, Factors factors, Sessions sessions, MessageSource messages) {
		this.accounts = accounts;
		this.invitations = invitations;
		this.factors = factors;
		this.sessions = sessions;
		this.messages = messages;
	}

	void addTo(Model model, SignedIn person) {
		Map<Long, Integer> numbers = this.sessions.numbers();
		Set<Long> secured = this.factors.all();
		model.addAttribute("users",
				this.accounts.findAllByOrderByDisplayNameAscIdAsc()
					.stream()
					.map((account) -> User.of(account, secured.contains(account.id()),
							numbers.getOrDefault(account.id(), 0), person))
					.toList());
		model.addAttribute("invitations", this.invitations.open());
		model.addAttribute("roles", roles());
	}

	UserName userName(long id) {
		return this.accounts.require(id).userName();
	}

	private List<Choice> roles() {
		return Stream.of(Role.values())
			.map((role) -> new Choice(role.name(), text("users.role." + role), text("users.role." + role + ".may")))
			.toList();
	}

	private String text(String key) {
		return this.messages.getMessage(key, null, LocaleContextHolder.getLocale());
	}

	/**
	 * One row.
	 *
	 * @param id of the account
	 * @param name as shown
	 * @param userName to sign in with
	 * @param role what they may do
	 * @param limited whether they see only some of the organizations
	 * @param active whether they may sign in
	 * @param factor whether they have a second factor
	 * @param sessions how many they have now
	 * @param own whether it is the person looking
	 */
	record User(long id, String name, String userName, Role role, boolean limited, boolean active, boolean factor,
			int sessions, boolean own) {

		/** Who administers the console is limited to nothing. */
		public boolean limitable() {
			return this.role != Role.ADMINISTRATOR;
		}

		/** Whether their role is the one of that value. */
		public boolean holds(String value) {
			return this.role.name().equals(value);
		}

		static User of(Account account, boolean factor, int sessions, SignedIn person) {
			return new User(account.id(), account.displayName(), account.userName().value(), account.role(),
					account.reach() != null, account.active(), factor, sessions, account.id() == person.accountId());
		}

	}

}

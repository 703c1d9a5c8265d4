package io.hybridge.security.factor;

import java.time.Instant;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.hybridge.security.account.Account;
import io.hybridge.security.account.Accounts;
import io.hybridge.security.account.SignedIn;
import io.hybridge.security.demand.FactorDemand;

/** What the page of a person’s second factor shows. */
@Component
class FactorPage {

	private final Accounts accounts;

	private final Authenticators authenticators;

	private final RecoveryCodes recovery;

	private final FactorCookies cookies;

	private final FactorDemand demand;

	FactorPage(Accounts accounts, Authenticators authenticators, RecoveryCodes recovery, FactorCookies cookies,
			FactorDemand demand) {
		this.accounts = accounts;
		this.authenticators = authenticators;
		this.recovery = recovery;
		this.cookies = cookies;
		this.demand = demand;
	}

	Account account(SignedIn person) {
		return this.accounts.require(person.accountId());
	}

	boolean hasApp(Account account) {
		return this.authenticators.since(account.id()).isPresent();
	}

	void addTo(Model model, SignedIn person, HttpServletRequest request, HttpServletResponse response) {
		Account account = account(person);
		Optional<Instant> since = this.authenticators.since(account.id());
		String userName = account.userName().value();
		model.addAttribute("userName", userName);
		model.addAttribute("app", since.map((time) -> new App(time, this.recovery.left(account.id()))).orElse(null));
		model.addAttribute("codes", this.cookies.codesOnce(person, request, response));
		model.addAttribute("demanded", since.isEmpty() && this.demand.made());
		if (since.isEmpty()) {
			TotpSecret secret = this.cookies.secret(person, request)
				.orElseGet(() -> this.cookies.newSecret(person, request, response));
			model.addAttribute("offer", Offer.of(secret, userName));
		}
	}

	/**
	 * The app that is there.
	 *
	 * @param since when it was added
	 * @param codes recovery codes that are left
	 */
	record App(Instant since, int codes) {
	}

	/**
	 * The app that may be added.
	 *
	 * @param key to be typed into it
	 * @param grouped the same, to be read
	 * @param link that opens it
	 * @param picture of the link
	 */
	record Offer(String key, String grouped, String link, String picture) {

		static Offer of(TotpSecret secret, String userName) {
			String link = secret.link(userName);
			return new Offer(secret.base32(), secret.grouped(), link, QrPicture.of(link));
		}

		@Override
		public String toString() {
			return "Offer";
		}

	}

}

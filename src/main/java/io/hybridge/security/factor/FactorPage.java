package io.hybridge.security.factor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.hybridge.security.account.Account;
import io.hybridge.security.account.Accounts;
import io.hybridge.security.account.SignedIn;
import io.hybridge.security.demand.FactorDemand;
import io.hybridge.security.passkey.PasskeyProof;

/** What the page of a person’s second factor shows. */
@Component
class FactorPage {

	private final Accounts accounts;

	private final Factors factors;

	private final FactorCookies cookies;

	private final FactorDemand demand;

	private final PasskeyProof passkeys;

	FactorPage(Accounts accounts, Factors factors, FactorCookies cookies, FactorDemand demand, PasskeyProof passkeys) {
		this.accounts = accounts;
		this.factors = factors;
		this.cookies = cookies;
		this.demand = demand;
		this.passkeys = passkeys;
	}

	Account account(SignedIn person) {
		return this.accounts.require(person.accountId());
	}

	boolean hasApp(Account account) {
		return this.factors.app(account.id()).isPresent();
	}

	void addTo(Model model, SignedIn person, HttpServletRequest request, HttpServletResponse response) {
		Account account = account(person);
		Optional<Instant> app = this.factors.app(account.id());
		String userName = account.userName().value();
		boolean secured = this.factors.awaits(account.id());
		model.addAttribute("userName", userName);
		model.addAttribute("passkeys", this.factors.passkeys(account.id()));
		model.addAttribute("passkeyOffer", this.passkeys.toMake(account, request.getServerName()));
		model.addAttribute("app", app.orElse(null));
		model.addAttribute("codesLeft", secured ? this.factors.codesLeft(account.id()) : null);
		model.addAttribute("codes", this.cookies.codesOnce(person, request, response));
		model.addAttribute("demanded", !secured && this.demand.made());
		if (app.isEmpty()) {
			TotpSecret secret = this.cookies.secret(person, request)
				.orElseGet(() -> this.cookies.newSecret(person, request, response));
			model.addAttribute("offer", Offer.of(secret, userName));
		}
		addForms(model);
	}

	private static void addForms(Model model) {
		for (String form : List.of("form", "change")) {
			if (!model.containsAttribute(form)) {
				model.addAttribute(form, new FactorForm("", "", ""));
			}
		}
		if (!model.containsAttribute("made")) {
			model.addAttribute("made", new PasskeyForm("", ""));
		}
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

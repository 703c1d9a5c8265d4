package io.hybridge.enablement;

import org.springframework.stereotype.Component;

import io.hybridge.certificate.Thumbprint;
import io.hybridge.enablement.ChangeView.Command;
import io.hybridge.enablement.steps.AddTenantKey;
import io.hybridge.enablement.steps.Change;
import io.hybridge.enablement.steps.CreateAuthCertificate;
import io.hybridge.enablement.steps.DisablePushProxy;
import io.hybridge.enablement.steps.EnablePushProxy;
import io.hybridge.enablement.steps.RemoveAuthServer;
import io.hybridge.enablement.steps.RemoveTenantKey;
import io.hybridge.enablement.steps.SetAuthCertificate;
import io.hybridge.enablement.steps.SetAuthServer;
import io.hybridge.enablement.steps.Signer;
import io.hybridge.exchange.ExchangeChange;
import io.hybridge.exchange.powershell.ExchangeScripts;
import io.hybridge.web.Shown;
import io.hybridge.web.Times;

/** Writes changes in the reader's words, with the commands that will run. */
@Component
class ChangeViews {

	private final Texts texts;

	private final Times times;

	ChangeViews(Texts texts, Times times) {
		this.texts = texts;
		this.times = times;
	}

	ChangeView of(Change change) {
		return switch (change) {
			case CreateAuthCertificate(String name, String domain, String identifier) -> view(change,
					Shown.words(text("change.none")), Shown.words(name).noted(text("change.identifier", identifier)),
					script(new ExchangeChange.CreateAuthCertificate(name, domain, identifier)));
			case SetAuthCertificate(String former, Signer signer) ->
				view(change, former.isEmpty() ? Shown.words(text("change.none")) : thumbprint(former), shown(signer),
						script(new ExchangeChange.SetAuthCertificate(thumbprintOf(signer))));
			case SetAuthServer(String name, String former, String wanted) ->
				view(change, (former != null) ? Shown.code(former) : Shown.words(text("change.absent")),
						Shown.code(wanted), authServer(name, former, wanted));
			case RemoveAuthServer(String name, String url) -> view(change, Shown.code(url),
					Shown.words(text("change.absent")), script(new ExchangeChange.RemoveAuthServer(name, url)));
			case AddTenantKey add -> view(
					change, Shown.words(text("change.keys", add.others().size())), Shown.words(text("change.keys-and",
							add.others().size() + 1, add.others().size(), add.signer().brief())),
					request(add.others().size(), "+ " + add.signer().brief()));
			case RemoveTenantKey remove -> view(change, Shown.words(text("change.keys", remove.others().size() + 1)),
					Shown.words(text("change.keys-without", remove.others().size(),
							new Thumbprint(remove.thumbprint()).brief())),
					request(remove.others().size(), "- " + new Thumbprint(remove.thumbprint()).brief()));
			case EnablePushProxy(String former, String domain) ->
				view(change, Shown.words(text("change.disabled")), Shown.words(text("change.enabled-for", domain)),
						script(new ExchangeChange.EnablePushProxy(domain)));
			case DisablePushProxy(String domain) -> view(change, Shown.words(text("change.enabled-for", domain)),
					Shown.words(text("change.disabled")), script(new ExchangeChange.DisablePushProxy()));
		};
	}

	String title(Change change) {
		return text("change." + change.key() + ".title", change.object());
	}

	private ChangeView view(Change change, Shown now, Shown after, Command command) {
		String key = "change." + change.key();
		return new ChangeView(title(change), text(key + ".place", change.object()), now, after,
				text(key + ".undo", change.object()), command);
	}

	private Shown shown(Signer signer) {
		return switch (signer) {
			case Signer.Present present -> thumbprint(present.thumbprint())
				.noted(text("change.valid-until", this.times.date(present.certificate().notAfter())));
			case Signer.ToBeMade made -> Shown.words(text("change.the-new-one"));
		};
	}

	private static Thumbprint thumbprintOf(Signer signer) {
		return switch (signer) {
			case Signer.Present present -> new Thumbprint(present.thumbprint());
			case Signer.ToBeMade made -> new Thumbprint("0".repeat(40));
		};
	}

	private static Shown thumbprint(String value) {
		return Shown.code(new Thumbprint(value).brief()).copying(value);
	}

	private static Command authServer(String name, String former, String wanted) {
		Command create = script(new ExchangeChange.SetAuthServer(name, wanted));
		return (former == null) ? create : new Command(create.name(), create.sha256(),
				create.text().replaceFirst("^New-AuthServer -Name ", "Set-AuthServer -Identity "));
	}

	private static Command script(ExchangeChange change) {
		ExchangeScripts script = ExchangeScripts.of(change);
		return new Command(script.name() + ".ps1", script.sha256().replaceAll("(.{8})(?=.)", "$1 "), script.command());
	}

	private Command request(int kept, String difference) {
		return new Command("Microsoft Graph", null, "PATCH /v1.0/servicePrincipals/{id}\nkeyCredentials: "
				+ text("change.request-keys", kept) + "\n" + difference);
	}

	private String text(String key, Object... values) {
		return this.texts.of(Text.of(key, values));
	}

}

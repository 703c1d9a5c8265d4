package io.hybridge.enablement.run;

import org.springframework.stereotype.Component;

import io.hybridge.certificate.Thumbprint;
import io.hybridge.enablement.run.ChangeView.Command;
import io.hybridge.exchange.ExchangeChange;
import io.hybridge.exchange.powershell.ScriptPreview;
import io.hybridge.organization.DomainName;
import io.hybridge.step.change.AddTenantKey;
import io.hybridge.step.change.AuthCertificateRef;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.CreateAuthCertificate;
import io.hybridge.step.change.DisablePushProxy;
import io.hybridge.step.change.EnablePushProxy;
import io.hybridge.step.change.RemoveAuthServer;
import io.hybridge.step.change.RemoveTenantKey;
import io.hybridge.step.change.SetAuthCertificate;
import io.hybridge.step.change.SetAuthServer;
import io.hybridge.web.DisplayValue;
import io.hybridge.web.text.MessageRenderer;
import io.hybridge.web.text.StoredMessage;
import io.hybridge.web.text.Times;

/** Writes changes in the reader's words, with the commands that will run. */
@Component
public class ChangeViews {

	private final MessageRenderer texts;

	private final Times times;

	ChangeViews(MessageRenderer texts, Times times) {
		this.texts = texts;
		this.times = times;
	}

	public ChangeView of(Change change) {
		return switch (change) {
			case CreateAuthCertificate(String name, DomainName domain, String identifier) ->
				view(change, DisplayValue.words(text("change.none")),
						DisplayValue.words(name).noted(text("change.identifier", identifier)),
						script(new ExchangeChange.CreateAuthCertificate(name, domain, identifier)));
			case SetAuthCertificate(String former, AuthCertificateRef signer) ->
				view(change, former.isEmpty() ? DisplayValue.words(text("change.none")) : thumbprint(former),
						shown(signer), script(new ExchangeChange.SetAuthCertificate(thumbprintOf(signer))));
			case SetAuthServer(String name, String former, String wanted) ->
				view(change, (former != null) ? DisplayValue.code(former) : DisplayValue.words(text("change.absent")),
						DisplayValue.code(wanted), authServer(name, former, wanted));
			case RemoveAuthServer(String name, String url) -> view(change, DisplayValue.code(url),
					DisplayValue.words(text("change.absent")), script(new ExchangeChange.RemoveAuthServer(name, url)));
			case AddTenantKey add ->
				view(change, DisplayValue.words(text("change.keys", add.others().size())), DisplayValue
					.words(text("change.keys-and", add.others().size() + 1, add.others().size(), add.signer().brief())),
						request(add.others().size(), "+ " + add.signer().brief()));
			case RemoveTenantKey remove ->
				view(change, DisplayValue.words(text("change.keys", remove.others().size() + 1)),
						DisplayValue.words(text("change.keys-without", remove.others().size(),
								new Thumbprint(remove.thumbprint()).brief())),
						request(remove.others().size(), "- " + new Thumbprint(remove.thumbprint()).brief()));
			case EnablePushProxy(String former, DomainName domain) ->
				view(change, DisplayValue.words(text("change.disabled")),
						DisplayValue.words(text("change.enabled-for", domain.value())),
						script(new ExchangeChange.EnablePushProxy(domain)));
			case DisablePushProxy(DomainName domain) ->
				view(change, DisplayValue.words(text("change.enabled-for", domain.value())),
						DisplayValue.words(text("change.disabled")), script(new ExchangeChange.DisablePushProxy()));
		};
	}

	String title(Change change) {
		return text("change." + change.key() + ".title", change.object());
	}

	private ChangeView view(Change change, DisplayValue now, DisplayValue after, Command command) {
		String key = "change." + change.key();
		return new ChangeView(title(change), text(key + ".place", change.object()), now, after,
				text(key + ".undo", change.object()), command);
	}

	private DisplayValue shown(AuthCertificateRef signer) {
		return switch (signer) {
			case AuthCertificateRef.Present present -> thumbprint(present.thumbprint())
				.noted(text("change.valid-until", this.times.date(present.certificate().notAfter())));
			case AuthCertificateRef.ToBeMade made -> DisplayValue.words(text("change.the-new-one"));
		};
	}

	private static Thumbprint thumbprintOf(AuthCertificateRef signer) {
		return switch (signer) {
			case AuthCertificateRef.Present present -> new Thumbprint(present.thumbprint());
			case AuthCertificateRef.ToBeMade made -> new Thumbprint("0".repeat(40));
		};
	}

	private static DisplayValue thumbprint(String value) {
		return DisplayValue.code(new Thumbprint(value).brief()).copying(value);
	}

	private static Command authServer(String name, String former, String wanted) {
		Command create = script(new ExchangeChange.SetAuthServer(name, wanted));
		return (former == null) ? create : new Command(create.name(), create.sha256(),
				create.text().replaceFirst("^New-AuthServer -Name ", "Set-AuthServer -Identity "));
	}

	private static Command script(ExchangeChange change) {
		ScriptPreview script = ScriptPreview.of(change);
		return new Command(script.name() + ".ps1", script.sha256().replaceAll("(.{8})(?=.)", "$1 "), script.command());
	}

	private Command request(int kept, String difference) {
		return new Command("Microsoft Graph", null, "PATCH /v1.0/servicePrincipals/{id}\nkeyCredentials: "
				+ text("change.request-keys", kept) + "\n" + difference);
	}

	private String text(String key, Object... values) {
		return this.texts.of(StoredMessage.of(key, values));
	}

}

package io.hybridge.enablement.run;

import org.springframework.stereotype.Component;

import io.hybridge.certificate.Thumbprint;
import io.hybridge.enablement.run.ChangeView.ShownCommand;
import io.hybridge.exchange.powershell.ScriptCatalog;
import io.hybridge.step.change.Change;
import io.hybridge.step.change.part.ChangeValue;
import io.hybridge.step.change.part.Command;
import io.hybridge.web.DisplayValue;
import io.hybridge.web.text.MessageRenderer;
import io.hybridge.web.text.StoredMessage;

/** Writes changes in the reader's words, with the commands that will run. */
@Component
public class ChangeViews {

	private final MessageRenderer messages;

	ChangeViews(MessageRenderer messages) {
		this.messages = messages;
	}

	public ChangeView of(Change change) {
		return new ChangeView(title(change), text(change, "place"), display(change.shownBefore()),
				display(change.shownAfter()), undo(change), command(change.command()));
	}

	String title(Change change) {
		return text(change, "title");
	}

	/** What a take-back removed is not taken back but set again. */
	private String undo(Change change) {
		String again = "change." + change.key() + ".again";
		return this.messages.has(again) ? text(again) : text("web.change.undo", text(change, change.undoPart()));
	}

	private String text(Change change, String part) {
		return text("change." + change.key() + "." + part, change.object());
	}

	private DisplayValue display(ChangeValue value) {
		return switch (value) {
			case ChangeValue.Words(StoredMessage words) -> DisplayValue.words(this.messages.of(words));
			case ChangeValue.Named(String name, StoredMessage note) ->
				DisplayValue.words(name).noted(this.messages.of(note));
			case ChangeValue.Code(String code) -> DisplayValue.code(code);
			case ChangeValue.ByThumbprint(Thumbprint thumbprint, var note) -> DisplayValue.code(thumbprint.brief())
				.copying(thumbprint.value())
				.noted(note.map(this.messages::of).orElse(null));
		};
	}

	private ShownCommand command(Command command) {
		return switch (command) {
			case Command.Script script -> new ShownCommand(script.script() + ".ps1", hash(script), script.line());
			case Command.KeyRequest(int kept, String difference) ->
				new ShownCommand("Microsoft Graph", null, "PATCH /v1.0/servicePrincipals/{id}\nkeyCredentials: "
						+ text("change.request-keys", kept) + "\n" + difference);
		};
	}

	private static String hash(Command.Script script) {
		return ScriptCatalog.load().script(script.script()).sha256().replaceAll("(.{8})(?=.)", "$1 ");
	}

	private String text(String key, Object... values) {
		return this.messages.of(StoredMessage.of(key, values));
	}

}

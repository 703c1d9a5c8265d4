package io.hybridge.security.profile;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import io.hybridge.security.account.TimeZones;
import io.hybridge.web.Choice;
import io.hybridge.web.Viewer;
import io.hybridge.web.text.Languages;

/** What a person can choose for their pages, in words. */
@Component
public class PreferenceChoices {

	private final MessageSource messages;

	PreferenceChoices(MessageSource messages) {
		this.messages = messages;
	}

	public void addTo(Model model) {
		model.addAttribute("languages",
				Languages.all()
					.stream()
					.map((language) -> Choice.of(language.getLanguage(), Languages.ownName(language)))
					.toList());
		model.addAttribute("zones",
				TimeZones.all().stream().map((zone) -> Choice.of(zone, zone.replace('_', ' '))).toList());
		model.addAttribute("themes", themes());
	}

	private List<Choice> themes() {
		return Stream.of(Viewer.Theme.values())
			.map(Enum::name)
			.map((theme) -> Choice.of(theme, text("profile.theme." + theme.toLowerCase(Locale.ROOT))))
			.toList();
	}

	private String text(String key) {
		return this.messages.getMessage(key, null, LocaleContextHolder.getLocale());
	}

}

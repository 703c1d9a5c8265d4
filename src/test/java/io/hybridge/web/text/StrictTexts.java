package io.hybridge.web.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Properties;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.AbstractMessageSource;

import io.hybridge.support.MutableClock;

/**
 * The product's texts of exactly one language, without Spring's container. What a page
 * would cover up fails here: a text that is missing in that language, and a value that a
 * text asks for and nobody gives.
 */
public final class StrictTexts extends AbstractMessageSource {

	private final Locale language;

	private final Properties texts = new Properties();

	private StrictTexts(Locale language) {
		this.language = language;
		for (String file : new String[] { "web", "exchange", "microsoft365", "enablement" }) {
			String suffix = language.equals(Locale.ENGLISH) ? "" : "_" + language;
			try (InputStream in = StrictTexts.class.getResourceAsStream("/messages/" + file + suffix + ".properties")) {
				this.texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	/** The renderer of a reader of that language, who is the reader from now on. */
	public static MessageRenderer readBy(Locale language) {
		LocaleContextHolder.setLocale(language);
		return new MessageRenderer(new StrictTexts(language), times());
	}

	/** Times as that reader sees them, at the start of the test's time. */
	public static Times times() {
		return new Times(Clock.fixed(MutableClock.START, ZoneOffset.UTC));
	}

	/** All texts of that language. */
	public static Properties of(Locale language) {
		return new StrictTexts(language).texts;
	}

	@Override
	protected MessageFormat resolveCode(String code, Locale locale) {
		String text = this.texts.getProperty(code);
		return (text != null) ? new MessageFormat(text, this.language) : null;
	}

	/** Asking whether there is a text, with no values at all, is no use of it. */
	@Override
	protected String getMessageInternal(String code, Object[] values, Locale locale) {
		String text = super.getMessageInternal(code, values, locale);
		if (values == null) {
			return text;
		}
		if (text == null) {
			throw new AssertionError("No text " + code + " in " + this.language);
		}
		if (text.isBlank() || text.matches("(?s).*\\{\\d.*")) {
			throw new AssertionError("Not filled in " + this.language + ": " + code + "=" + text);
		}
		return text;
	}

}

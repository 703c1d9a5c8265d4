package io.hybridge.audit.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;

import io.hybridge.audit.reading.AuditSentence.Argument;
import io.hybridge.audit.reading.AuditSentence.Count;
import io.hybridge.audit.reading.AuditSentence.Value;
import io.hybridge.audit.reading.AuditSentence.Words;
import io.hybridge.web.text.SentencePart;

/**
 * Words a sentence in the language of the person reading, in parts, so that a page can
 * set apart what is not our own words.
 */
@Component("auditSentences")
class AuditSentences {

	/** Private-use characters around each value; none of them is left in a value. */
	private static final char BEGIN = '\uE000';

	private static final char END = '\uE001';

	private static final Pattern DIGEST = Pattern.compile("[0-9A-Fa-f]{40}|[0-9A-Fa-f]{64}");

	private static final int LONGEST = 120;

	private final MessageSource messages;

	AuditSentences(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * The sentence as plain text.
	 * @return the text, to be escaped like any other
	 */
	public String text(AuditSentence sentence) {
		StringBuilder text = new StringBuilder();
		parts(sentence).forEach((part) -> text.append(part.text()));
		return text.toString();
	}

	/**
	 * The sentence as our own words and values by turns.
	 * @return its parts in order
	 */
	public List<SentencePart> parts(AuditSentence sentence) {
		Locale locale = LocaleContextHolder.getLocale();
		Object[] arguments = sentence.arguments().stream().map((argument) -> rendered(argument, locale)).toArray();
		String[] codes = sentence.codes().toArray(String[]::new);
		return split(this.messages.getMessage(new DefaultMessageSourceResolvable(codes, arguments), locale));
	}

	private Object rendered(Argument argument, Locale locale) {
		return switch (argument) {
			case Count count -> count.number();
			case Words words -> this.messages.getMessage(
					new DefaultMessageSourceResolvable(words.codes().toArray(String[]::new), null, words.otherwise()),
					locale);
			case Value value when value.text() == null || value.text().isBlank() ->
				this.messages.getMessage("audit.absent", null, locale);
			case Value value -> BEGIN + value.text().replace(BEGIN, '\uFFFD').replace(END, '\uFFFD') + END;
		};
	}

	private static List<SentencePart> split(String sentence) {
		List<SentencePart> parts = new ArrayList<>();
		int at = 0;
		for (int begin = sentence.indexOf(BEGIN); begin >= 0; begin = sentence.indexOf(BEGIN, at)) {
			int end = sentence.indexOf(END, begin);
			words(sentence.substring(at, begin), parts);
			parts.add(value(sentence.substring(begin + 1, end)));
			at = end + 1;
		}
		words(sentence.substring(at), parts);
		return parts;
	}

	private static void words(String text, List<SentencePart> parts) {
		if (!text.isEmpty()) {
			parts.add(SentencePart.words(text));
		}
	}

	private static SentencePart value(String value) {
		Matcher digest = DIGEST.matcher(value);
		if (digest.matches()) {
			String ends = value.substring(0, 8) + "…" + value.substring(value.length() - 4);
			return new SentencePart(ends, SentencePart.Face.CODE, value);
		}
		if (value.length() > LONGEST) {
			return new SentencePart(value.substring(0, value.offsetByCodePoints(0, 80)) + "…", SentencePart.Face.VALUE,
					value);
		}
		return new SentencePart(value, SentencePart.Face.VALUE, null);
	}

}

package io.hybridge.web.help;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

import io.hybridge.web.text.SentencePart;
import io.hybridge.web.text.SentencePart.Face;
import io.hybridge.web.text.ThumbprintMarker;

/**
 * The words of {@code docs/terms.md} with their meanings, in the reader's language. In a
 * sentence it links those that a newcomer cannot know, each once on a page.
 */
@Component("glossary")
class Glossary {

	static final String PAGE = "/help/terms";

	/** Words that only this field uses. */
	private static final List<String> LINKED = List.of("tenant", "mailbox-server", "entry-server", "cumulative-update",
			"auth-certificate", "next-certificate", "auth-configuration", "auth-server", "service-principal", "key",
			"thumbprint", "realm", "push-proxy", "push-notification", "health-manager", "probe", "device-test",
			"badge-number");

	/** Words that everybody uses, but not for everything we do. */
	private static final List<String> PLAIN = List.of("organization", "check", "finding", "plan", "apply", "take-back",
			"verify", "run", "audit-log", "record", "evidence", "in-effect", "needs-attention", "lab");

	private static final String SAID = Glossary.class.getName();

	/** What German and English put at the end of a noun. */
	private static final String ENDING = "(?:en|es|er|n|s|e)?";

	private final MessageSource messages;

	private final Map<Locale, Words> words = new ConcurrentHashMap<>();

	Glossary(MessageSource messages) {
		this.messages = messages;
	}

	/** All words by the alphabet of the reader's language. */
	List<Entry> entries() {
		Locale locale = LocaleContextHolder.getLocale();
		List<Entry> entries = new ArrayList<>();
		LINKED.forEach((id) -> entries.add(entry(id, locale)));
		PLAIN.forEach((id) -> entries.add(entry(id, locale)));
		entries.sort(Comparator.comparing(Entry::term, Collator.getInstance(locale)));
		return entries;
	}

	/**
	 * A sentence in parts.
	 * @param sentence in the reader's language
	 * @return its parts; a word of the field is one that leads to its meaning, where it
	 * first stands on the page
	 */
	public List<SentencePart> of(String sentence) {
		Words known = this.words.computeIfAbsent(LocaleContextHolder.getLocale(), this::words);
		Set<String> said = said();
		List<SentencePart> parts = new ArrayList<>();
		for (SentencePart part : ThumbprintMarker.of(sentence)) {
			if (part.face() == Face.WORDS) {
				known.link(part.text(), said, parts);
			}
			else {
				parts.add(part);
			}
		}
		return parts;
	}

	private Entry entry(String id, Locale locale) {
		return new Entry(id, this.messages.getMessage("glossary." + id + ".term", null, locale),
				this.messages.getMessage("glossary." + id + ".meaning", null, locale));
	}

	private Words words(Locale locale) {
		Map<String, String> ids = LINKED.stream()
			.collect(Collectors.toMap((id) -> entry(id, locale).term().toLowerCase(locale), (id) -> id));
		String longestFirst = ids.keySet()
			.stream()
			.sorted(Comparator.comparing(String::length).reversed())
			.map(Pattern::quote)
			.collect(Collectors.joining("|"));
		return new Words(Pattern.compile("(?<![\\p{L}-])(" + longestFirst + ")" + ENDING + "(?![\\p{L}-])",
				Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), ids, locale);
	}

	/** What the page has explained already. */
	@SuppressWarnings("unchecked")
	private static Set<String> said() {
		RequestAttributes request = RequestContextHolder.getRequestAttributes();
		if (request == null) {
			return new HashSet<>();
		}
		Set<String> said = (Set<String>) request.getAttribute(SAID, RequestAttributes.SCOPE_REQUEST);
		if (said == null) {
			said = new HashSet<>();
			request.setAttribute(SAID, said, RequestAttributes.SCOPE_REQUEST);
		}
		return said;
	}

	/**
	 * A word and what it means.
	 *
	 * @param id its anchor
	 * @param term the word
	 * @param meaning one sentence
	 */
	public record Entry(String id, String term, String meaning) {
	}

	/**
	 * The words of one language, to be found in sentences.
	 *
	 * @param pattern finds any of them
	 * @param ids by the word in lower case
	 */
	private record Words(Pattern pattern, Map<String, String> ids, Locale locale) {

		void link(String text, Set<String> said, List<SentencePart> parts) {
			Matcher matcher = this.pattern.matcher(text);
			int from = 0;
			while (matcher.find()) {
				String id = this.ids.get(matcher.group(1).toLowerCase(this.locale));
				if (said.add(id)) {
					parts.add(SentencePart.words(text.substring(from, matcher.start())));
					parts.add(new SentencePart(matcher.group(), Face.TERM, PAGE + "#" + id));
					from = matcher.end();
				}
			}
			parts.add(SentencePart.words(text.substring(from)));
		}

	}

}

package io.hybridge.web.dialect;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;

import io.hybridge.web.text.SentencePart;
import io.hybridge.web.text.ThumbprintMarker;

/**
 * {@code hy:sentence}: a sentence as the content of an element, with values isolated,
 * thumbprints unbroken, long addresses breaking where they have a joint, and terms
 * leading to what they mean. It takes parts, or a text whose thumbprints it finds;
 * nothing for null. Everything is escaped.
 */
class SentenceAttribute extends AbstractStandardExpressionAttributeTagProcessor {

	/** What fits on no line of its own on a phone. */
	private static final Pattern LONG = Pattern.compile("\\S{18,}");

	private static final Pattern JOINT = Pattern.compile("(?<=[/=,.?&@])(?![/])");

	SentenceAttribute(String prefix) {
		super(TemplateMode.HTML, prefix, "sentence", HybridgeDialect.PRECEDENCE, true);
	}

	@Override
	protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName name, String value,
			Object sentence, IElementTagStructureHandler structure) {
		StringBuilder html = new StringBuilder();
		parts(sentence).forEach((part) -> write(part, html));
		structure.setBody(html, false);
	}

	private static List<SentencePart> parts(Object sentence) {
		return switch (sentence) {
			case null -> List.of();
			case List<?> parts -> parts.stream().map(SentencePart.class::cast).toList();
			default -> ThumbprintMarker.of(sentence.toString());
		};
	}

	private static void write(SentencePart part, StringBuilder html) {
		String text = HtmlUtils.htmlEscape(part.text(), "UTF-8");
		switch (part.face()) {
			case WORDS -> html.append(breaking(part.text()));
			case VALUE ->
				html.append("<bdi").append(title(part)).append('>').append(breaking(part.text())).append("</bdi>");
			case TERM -> html.append("<i><a class=\"plainly\" href=\"")
				.append(HtmlUtils.htmlEscape(part.whole(), "UTF-8"))
				.append("\">")
				.append(text)
				.append("</a></i>");
			case CODE ->
				html.append("<code class=\"whole\"").append(title(part)).append('>').append(text).append("</code>");
		}
	}

	private static String breaking(String text) {
		StringBuilder html = new StringBuilder();
		Matcher word = LONG.matcher(text);
		int from = 0;
		while (word.find()) {
			html.append(HtmlUtils.htmlEscape(text.substring(from, word.start()), "UTF-8"));
			html.append(JOINT.splitAsStream(word.group())
				.map((piece) -> HtmlUtils.htmlEscape(piece, "UTF-8"))
				.collect(Collectors.joining("<wbr>")));
			from = word.end();
		}
		return html.append(HtmlUtils.htmlEscape(text.substring(from), "UTF-8")).toString();
	}

	private static String title(SentencePart part) {
		return (part.whole() != null) ? " title=\"" + HtmlUtils.htmlEscape(part.whole(), "UTF-8") + '"' : "";
	}

}

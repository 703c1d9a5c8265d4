package io.hybridge.web.dialect;

import java.util.List;

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
 * thumbprints unbroken and terms leading to what they mean. It takes parts, or a text
 * whose thumbprints it finds; nothing for null. Everything is escaped.
 */
class SentenceAttribute extends AbstractStandardExpressionAttributeTagProcessor {

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
			case WORDS -> html.append(text);
			case VALUE -> html.append("<bdi").append(title(part)).append('>').append(text).append("</bdi>");
			case TERM -> html.append("<i><a class=\"plainly\" href=\"")
				.append(HtmlUtils.htmlEscape(part.whole(), "UTF-8"))
				.append("\">")
				.append(text)
				.append("</a></i>");
			case CODE ->
				html.append("<code class=\"whole\"").append(title(part)).append('>').append(text).append("</code>");
		}
	}

	private static String title(SentencePart part) {
		return (part.whole() != null) ? " title=\"" + HtmlUtils.htmlEscape(part.whole(), "UTF-8") + '"' : "";
	}

}

package io.hybridge.web.dialect;

import org.springframework.web.util.HtmlUtils;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;

import io.hybridge.web.Status;
import io.hybridge.web.StatusWords;

/**
 * {@code hy:status}: how a thing stands, as icon and text in its color. It takes a
 * {@link Status}, or the key of a fixed word below {@code status.} in the messages.
 */
class StatusAttribute extends AbstractStandardExpressionAttributeTagProcessor {

	private final StatusWords words;

	StatusAttribute(String prefix, StatusWords words) {
		super(TemplateMode.HTML, prefix, "status", HybridgeDialect.PRECEDENCE, true);
		this.words = words;
	}

	@Override
	protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName name, String value,
			Object shown, IElementTagStructureHandler structure) {
		Status status = (shown instanceof Status given) ? given : fixed(context, shown.toString());
		structure.setAttribute("class", ("status " + status.word().tone()).strip());
		structure.setBody(Icons.svg(context, status.word().icon()) + "<span>"
				+ HtmlUtils.htmlEscape(status.text(), "UTF-8") + "</span>", false);
	}

	private Status fixed(ITemplateContext context, String key) {
		return this.words.status(key, context.getMessage(getClass(), "status." + key, new Object[0], true));
	}

}

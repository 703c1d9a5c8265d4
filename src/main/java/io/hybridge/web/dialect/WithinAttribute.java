package io.hybridge.web.dialect;

import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * {@code hy:within}: the answer to a form takes the place of the element with this id;
 * without a script it is a page as ever. The address stays, so that going back and
 * loading again mean what they meant.
 */
class WithinAttribute extends AbstractStandardExpressionAttributeTagProcessor {

	WithinAttribute(String prefix) {
		super(TemplateMode.HTML, prefix, "within", HybridgeDialect.PRECEDENCE, true);
	}

	@Override
	protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName name, String value,
			Object id, IElementTagStructureHandler structure) {
		structure.setAttribute("hx-boost", "true");
		structure.setAttribute("hx-target", "#" + id);
		structure.setAttribute("hx-select", "#" + id);
		structure.setAttribute("hx-select-oob", "#at-work");
		structure.setAttribute("hx-swap", "outerHTML");
		structure.setAttribute("hx-push-url", "false");
	}

}

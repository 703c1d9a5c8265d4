package io.hybridge.web.dialect;

import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/** {@code hy:icon}: a symbol in the place of the element. */
class IconAttribute extends AbstractStandardExpressionAttributeTagProcessor {

	IconAttribute(String prefix) {
		super(TemplateMode.HTML, prefix, "icon", HybridgeDialect.PRECEDENCE, true);
	}

	@Override
	protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName name, String value,
			Object icon, IElementTagStructureHandler structure) {
		structure.replaceWith(Icons.svg(context, icon.toString()), false);
	}

}

package io.hybridge.web.dialect;

import java.util.Set;

import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.IAttribute;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.IText;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Writes no character to a page that nobody sees and that changes what stands around it:
 * whatever a server, a tenant or a person called something, its control characters and
 * marks of direction become a character that everybody sees.
 */
@Component
class SeenCharacters extends AbstractDialect implements IPostProcessorDialect {

	SeenCharacters() {
		super("Seen characters");
	}

	@Override
	public int getDialectPostProcessorPrecedence() {
		return HybridgeDialect.PRECEDENCE;
	}

	@Override
	public Set<IPostProcessor> getPostProcessors() {
		return Set.of(new PostProcessor(TemplateMode.HTML, Page.class, HybridgeDialect.PRECEDENCE));
	}

	/** What goes to the browser, piece by piece. */
	public static class Page extends AbstractTemplateHandler {

		/** What somebody typed stands there as they typed it, to be put right. */
		private static final String TYPED = "value";

		@Override
		public void handleText(IText text) {
			String seen = SeenText.of(text.getText());
			super.handleText(seen.equals(text.getText()) ? text : getContext().getModelFactory().createText(seen));
		}

		@Override
		public void handleOpenElement(IOpenElementTag tag) {
			super.handleOpenElement(seen(tag));
		}

		@Override
		public void handleStandaloneElement(IStandaloneElementTag tag) {
			super.handleStandaloneElement(seen(tag));
		}

		private <T extends IProcessableElementTag> T seen(T tag) {
			T seen = tag;
			for (IAttribute attribute : tag.getAllAttributes()) {
				String value = attribute.getValue();
				if (value != null && !attribute.getAttributeCompleteName().equals(TYPED)
						&& !SeenText.of(value).equals(value)) {
					seen = getContext().getModelFactory()
						.setAttribute(seen, attribute.getAttributeCompleteName(), SeenText.of(value));
				}
			}
			return seen;
		}

	}

}

package io.hybridge.web.dialect;

import java.util.Set;

import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.standard.StandardDialect;

import io.hybridge.web.StatusWords;

/** The attributes that our templates have beside Thymeleaf's own. */
@Component
class HybridgeDialect extends AbstractProcessorDialect {

	/** After loops and conditions, as {@code th:text}. */
	static final int PRECEDENCE = 1300;

	private final StatusWords words;

	HybridgeDialect(StatusWords words) {
		super("Hybridge", "hy", StandardDialect.PROCESSOR_PRECEDENCE);
		this.words = words;
	}

	@Override
	public Set<IProcessor> getProcessors(String prefix) {
		return Set.of(new SentenceAttribute(prefix), new IconAttribute(prefix), new StatusAttribute(prefix, this.words),
				new WithinAttribute(prefix));
	}

}

package io.hybridge.web;

import java.util.Set;

import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.standard.StandardDialect;

import org.springframework.stereotype.Component;

/** The attributes that our templates have beside Thymeleaf's own. */
@Component
class OwnAttributes extends AbstractProcessorDialect {

	/** After loops and conditions, as {@code th:text}. */
	static final int PRECEDENCE = 1300;

	private final StatusWords words;

	OwnAttributes(StatusWords words) {
		super("Hybridge", "hy", StandardDialect.PROCESSOR_PRECEDENCE);
		this.words = words;
	}

	@Override
	public Set<IProcessor> getProcessors(String prefix) {
		return Set.of(new SaidAttribute(prefix), new IconAttribute(prefix), new StatusAttribute(prefix, this.words));
	}

}

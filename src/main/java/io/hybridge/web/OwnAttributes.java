package io.hybridge.web;

import java.util.Set;

import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.standard.StandardDialect;

import org.springframework.stereotype.Component;

/** The attributes that our templates have beside Thymeleaf's own. */
@Component
class OwnAttributes extends AbstractProcessorDialect {

	OwnAttributes() {
		super("Hybridge", "hy", StandardDialect.PROCESSOR_PRECEDENCE);
	}

	@Override
	public Set<IProcessor> getProcessors(String prefix) {
		return Set.of(new SaidAttribute(prefix));
	}

}

package io.hybridge.web.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says how to start beside whatever has the port. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortInUseAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

	@Override
	protected FailureAnalysis analyze(Throwable root, PortInUseException cause) {
		return new FailureAnalysis(
				"Port %d is in use by another process, perhaps another Hybridge.".formatted(cause.getPort()),
				"Stop that process, or start with another port: --server.port=%d".formatted(cause.getPort() + 1),
				cause);
	}

}

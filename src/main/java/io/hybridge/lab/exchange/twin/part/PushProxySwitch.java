package io.hybridge.lab.exchange.twin.part;

import java.util.List;
import java.util.Map;

/** A write to the push proxy between two looks at its object in the directory. */
public final class PushProxySwitch {

	private PushProxySwitch() {
	}

	public static Map<String, Object> by(ScriptExecution execution, String cmdlet, Object... parameters) {
		Map<String, Object> before = PushProxyEntry.read(execution);
		execution.begin();
		List<?> fields = RecordFields.of(execution, execution.run(cmdlet, parameters));
		return execution.data("fields", fields, "directoryBefore", before, "directoryAfter",
				PushProxyEntry.read(execution));
	}

}

package io.hybridge.run.execution;

import org.springframework.stereotype.Component;

import io.hybridge.run.RunKind;
import io.hybridge.run.RunRequest;
import io.hybridge.run.plan.Inspector;
import io.hybridge.run.plan.PlanKind;

/** Works a check off: looks, keeps what was seen, and plans. Changes nothing. */
@Component
class CheckExecutor {

	private final Inspector inspector;

	private final CheckEnd end;

	CheckExecutor(Inspector inspector, CheckEnd end) {
		this.inspector = inspector;
		this.end = end;
	}

	NextWake execute(RunRequest run) {
		PlanKind kind = (run.kind() == RunKind.CHECK_UNDO) ? PlanKind.UNDO : PlanKind.APPLY;
		return this.end.checked(run, kind, this.inspector.inspect(run, kind));
	}

}

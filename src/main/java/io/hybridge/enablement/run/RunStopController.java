package io.hybridge.enablement.run;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import io.hybridge.run.StopRequests;
import io.hybridge.run.execution.EarlyWake;
import io.hybridge.security.account.SignedIn;

/** Takes it that somebody wants a run to stop after its current change. */
@Controller
class RunStopController {

	private final StopRequests stops;

	private final EarlyWake early;

	RunStopController(StopRequests stops, EarlyWake early) {
		this.stops = stops;
		this.early = early;
	}

	@PostMapping("/runs/{id}/stop")
	String stop(@PathVariable long id, @AuthenticationPrincipal SignedIn person) {
		this.stops.ask(id, person.actor());
		this.early.ifAskedToStop(id);
		return "redirect:/runs/" + id;
	}

}

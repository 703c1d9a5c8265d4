package io.hybridge.web;

import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

class StaleEditsTests {

	private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new Overtaken())
		.setControllerAdvice(new StaleEdits())
		.build();

	@Test
	void answersThatThePageWasOutOfDate() throws Exception {
		this.mvc.perform(post("/change")).andExpect(status().isConflict());
	}

	@RestController
	private static final class Overtaken {

		@PostMapping("/change")
		void change() {
			throw new OptimisticLockingFailureException("Somebody was faster");
		}

	}

}

package io.hybridge.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Answers a change that somebody else was faster with by the page that says so. */
@ControllerAdvice
class StaleEdits {

	@ExceptionHandler(OptimisticLockingFailureException.class)
	void overtaken(HttpServletResponse response) throws IOException {
		response.sendError(HttpStatus.CONFLICT.value());
	}

}

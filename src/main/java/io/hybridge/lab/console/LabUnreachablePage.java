package io.hybridge.lab.console;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says on whichever page needed the lab that it does not answer, and what to do. */
@ControllerAdvice
class LabUnreachablePage {

	@ExceptionHandler(LabUnreachable.class)
	ModelAndView show() {
		return new ModelAndView("lab/unreachable", HttpStatus.SERVICE_UNAVAILABLE);
	}

}

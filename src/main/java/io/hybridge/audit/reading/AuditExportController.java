package io.hybridge.audit.reading;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditedPerson;
import io.hybridge.audit.reading.AuditExport.Refusal;
import io.hybridge.audit.search.Search;
import io.hybridge.audit.search.SearchForm;

/** Gives the records of a search as a file. */
@Controller
class AuditExportController {

	private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private final AuditQueries queries;

	private final AuditExport export;

	private final ExportTurns turns;

	private final Clock clock;

	AuditExportController(AuditQueries queries, AuditExport export, ExportTurns turns, Clock clock) {
		this.queries = queries;
		this.export = export;
		this.turns = turns;
		this.clock = clock;
	}

	/**
	 * Writes the file itself, so that the turn is given back however it ends; a search
	 * that cannot be read is shown instead, and a second export of the same person has to
	 * wait. What is refused is recorded, too.
	 */
	@PostMapping("/audit/export")
	View export(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String format,
			@AuthenticationPrincipal AuditedPerson person, HttpServletResponse response) throws IOException {
		AuditActor actor = person.actor();
		Optional<ExportFormat> wanted = ExportFormat.named(format);
		if (wanted.isEmpty()) {
			this.export.refuse(actor, q, format, Refusal.FORMAT);
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		Search search = Search.read(SearchForm.of(q), LocaleContextHolder.getTimeZone().toZoneId(),
				this.queries::organizationsNamed);
		if (!search.problems().isEmpty()) {
			this.export.refuse(actor, q, format, Refusal.SEARCH);
			return new RedirectView(search.address(), true, true, false);
		}
		try (ExportTurns.Turn turn = this.turns.take(actor.id())) {
			send(this.export.begin(search, wanted.get(), actor), turn, response);
			return null;
		}
		catch (ExportTurns.NoTurn ex) {
			this.export.refuse(actor, q, format, ex.why());
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(ExportTurns.WAIT.toSeconds()));
			throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
		}
	}

	/** Closes only a whole file: one that broke off must not look like one. */
	private void send(AuditExport.Begun begun, ExportTurns.Turn turn, HttpServletResponse response) throws IOException {
		response.setContentType(begun.format().mediaType());
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-"
				+ NAME.format(this.clock.instant()) + "." + begun.format().extension() + "\"");
		Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
		this.export.write(begun, turn, out);
		out.close();
	}

}

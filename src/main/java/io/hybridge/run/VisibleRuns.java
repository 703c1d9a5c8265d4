package io.hybridge.run;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.hybridge.web.sight.Belongings;
import io.hybridge.web.sight.Sight;

/** Runs as far as the person who asks may see them. */
@Component
class VisibleRuns implements Belongings {

	private final JdbcClient jdbc;

	VisibleRuns(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String address() {
		return "/runs/{id}";
	}

	@Override
	public boolean shows(long number) {
		return this.jdbc
			.sql("select count(*) from step_run where id = ? and " + Sight.asking().among("organization_id"))
			.param(number)
			.query(Integer.class)
			.single() > 0;
	}

}

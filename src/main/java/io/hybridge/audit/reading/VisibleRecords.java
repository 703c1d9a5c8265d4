package io.hybridge.audit.reading;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.hybridge.web.sight.Belongings;
import io.hybridge.web.sight.Sight;

/** Records as far as the person who asks may see them. */
@Component
class VisibleRecords implements Belongings {

	private final JdbcClient jdbc;

	VisibleRecords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String address() {
		return "/audit/{id}";
	}

	@Override
	public boolean shows(long number) {
		return this.jdbc.sql("select count(*) from audit_entry where id = ? and " + Sight.asking().among("chain"))
			.param(number)
			.query(Integer.class)
			.single() > 0;
	}

}

package io.hybridge.organization.group;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

import io.hybridge.audit.AuditActor;
import io.hybridge.audit.AuditEntry;
import io.hybridge.audit.AuditKind;
import io.hybridge.audit.AuditLog;
import io.hybridge.audit.AuditOutcome;

/** All groups; whatever changes one is recorded with it. */
@Component
@Transactional
class Groups {

	private final JdbcClient jdbc;

	private final TypedNames names;

	private final AuditLog audit;

	Groups(JdbcClient jdbc, TypedNames names, AuditLog audit) {
		this.jdbc = jdbc;
		this.names = names;
		this.audit = audit;
	}

	List<Group> all() {
		return this.jdbc.sql(Group.SELECT + "order by g.name").query(Group.class).list();
	}

	Optional<Group> find(long id) {
		return this.jdbc.sql(Group.SELECT + "where g.id = ?").param(id).query(Group.class).optional();
	}

	/** Whether another one has the name, in any case of letters. */
	boolean taken(String name, long self) {
		return this.jdbc.sql("select count(*) from organization_group where lower(name) = lower(?) and id <> ?")
			.params(name, self)
			.query(Integer.class)
			.single() > 0;
	}

	void make(String name, Set<Long> organizations, AuditActor person) {
		GeneratedKeyHolder key = new GeneratedKeyHolder();
		this.jdbc.sql("insert into organization_group (name) values (?)").param(name).update(key, "id");
		long id = key.getKeyAs(Long.class);
		put(id, organizations);
		record("made", name, person, null, told(id));
	}

	void change(Group group, String name, Set<Long> organizations, AuditActor person) {
		String before = told(group.id());
		this.jdbc.sql("update organization_group set name = ?, version = version + 1 where id = ?")
			.params(name, group.id())
			.update();
		this.jdbc.sql("delete from organization_group_member where group_id = ?").param(group.id()).update();
		put(group.id(), organizations);
		String after = told(group.id());
		if (!after.equals(before)) {
			record("changed", name, person, before, after);
		}
	}

	void remove(Group group, AuditActor person) {
		String before = told(group.id());
		this.jdbc.sql("delete from organization_group where id = ?").param(group.id()).update();
		record("removed", group.name(), person, before, null);
	}

	private void put(long id, Set<Long> organizations) {
		organizations.forEach((organization) -> this.jdbc
			.sql("insert into organization_group_member (group_id, organization_id) values (?, ?)")
			.params(id, organization)
			.update());
	}

	private String told(long id) {
		return JsonMapper.shared()
			.writeValueAsString(Map.of("name", find(id).orElseThrow().name(), "organizations", this.names.members(id)));
	}

	private void record(String what, String name, AuditActor person, String before, String after) {
		AuditEntry entry = AuditEntry.of(AuditKind.ORGANIZATION_GROUP_CHANGED, AuditOutcome.DONE, person)
			.with("group", name)
			.with("what", what);
		entry = (before != null) ? entry.with("before", before) : entry;
		this.audit.append((after != null) ? entry.with("after", after) : entry);
	}

	/**
	 * A group.
	 *
	 * @param id in the database
	 * @param name people know it by
	 * @param organizations how many are in it
	 * @param accounts how many are limited to it, also among others
	 */
	record Group(long id, String name, long organizations, long accounts) {

		static final String SELECT = """
				select g.id, g.name,
				  (select count(*) from organization_group_member m where m.group_id = g.id) as organizations,
				  (select count(*) from account a join reach_group r on r.reach_id = a.reach_id
				    where r.group_id = g.id) as accounts
				from organization_group g
				""";

	}

}

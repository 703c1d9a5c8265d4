package io.hybridge.microsoft365.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Who is signed in to which tenant. A sign-in stands while its time is not over, its
 * session lasts, and its person may still change something here; all of it is asked in
 * the moment of use.
 */
interface TenantSignIns extends Repository<TenantSignIn, Holder> {

	String STANDS = """
			t.kept_until > :now and exists (select 1 from spring_session s where s.primary_id = t.session_id)
			and not exists (select 1 from account a
			  where a.id = t.account_id and (not a.active or a.role = 'AUDITOR'
			    or not exists (select 1 from visible_organization v
			      where v.account_id = a.id and v.organization_id = t.organization_id)))""";

	TenantSignIn save(TenantSignIn signIn);

	Optional<TenantSignIn> findById(Holder holder);

	List<TenantSignIn> findByHolderOrganizationId(long organization);

	@Query(value = "select t.* from tenant_sign_in t where t.organization_id = :organization and " + STANDS
			+ " order by t.account_name, t.account_id", nativeQuery = true)
	List<TenantSignIn> findStanding(long organization, Instant now);

	@Query(value = "select t.* from tenant_sign_in t where not (" + STANDS + ")", nativeQuery = true)
	List<TenantSignIn> findFallen(Instant now);

	/** The lasting name of a session, which is not the one that its browser shows. */
	@Query(value = "select s.primary_id from spring_session s where s.session_id = :session", nativeQuery = true)
	Optional<String> findSession(String session);

	void deleteById(Holder holder);

}

package io.hybridge.microsoft365.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/** Who is signed in to which tenant. */
interface TenantSignIns extends Repository<TenantSignIn, Long> {

	TenantSignIn save(TenantSignIn signIn);

	Optional<TenantSignIn> findById(long organizationId);

	List<TenantSignIn> findByKeptUntilLessThanEqual(Instant now);

	void deleteById(long organizationId);

}

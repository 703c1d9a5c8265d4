package io.hybridge.security.account;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/** Everyone who may sign in. */
public interface Accounts extends Repository<Account, Long> {

	Account save(Account account);

	Optional<Account> findById(long id);

	Optional<Account> findByUserName(String userName);

	boolean existsByUserName(String userName);

	List<Account> findAllByOrderByDisplayNameAscIdAsc();

	default Account require(long id) {
		return findById(id).orElseThrow(() -> new UnknownAccount(id));
	}

}

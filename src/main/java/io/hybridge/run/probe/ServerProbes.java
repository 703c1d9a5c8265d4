package io.hybridge.run.probe;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/** The probes of all runs. */
interface ServerProbes extends Repository<ServerProbe, Long> {

	ServerProbe save(ServerProbe probe);

	Optional<ServerProbe> findById(long id);

	List<ServerProbe> findByRunIdOrderByOrdinal(long runId);

}

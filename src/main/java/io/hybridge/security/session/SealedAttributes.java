package io.hybridge.security.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

import io.hybridge.security.secret.Seal;

/**
 * What a session holds, as its row keeps it: sealed, and made of a few kinds of things
 * only. A thing that is none of them, or was not sealed here, is not there.
 */
@Component
class SealedAttributes implements SessionRepositoryCustomizer<JdbcIndexedSessionRepository> {

	private static final Logger LOG = LoggerFactory.getLogger(SealedAttributes.class);

	private static final String PURPOSE = "session:attribute";

	/**
	 * Collections carry others, so each is named; nothing that sorts, hashes late or
	 * calls.
	 */
	private static final ObjectInputFilter KNOWN = ObjectInputFilter.Config.createFilter(
			"""
					maxdepth=20;maxrefs=10000;maxbytes=1000000;maxarray=10000;\
					java.lang.Object;java.lang.String;java.lang.Boolean;java.lang.Number;java.lang.Integer;java.lang.Long;\
					java.lang.Enum;java.time.Ser;java.util.UUID;java.util.Map$Entry;\
					java.util.ArrayList;java.util.HashMap;java.util.HashSet;java.util.LinkedHashMap;java.util.LinkedHashSet;\
					java.util.CollSer;java.util.ImmutableCollections$*;java.util.Collections$EmptyList;java.util.Collections$UnmodifiableCollection;\
					java.util.Collections$UnmodifiableList;java.util.Collections$UnmodifiableRandomAccessList;\
					java.util.Collections$UnmodifiableSet;java.util.concurrent.CopyOnWriteArrayList;\
					org.springframework.util.LinkedMultiValueMap;org.springframework.util.MultiValueMapAdapter;\
					org.springframework.web.servlet.FlashMap;org.springframework.security.core.**;\
					org.springframework.security.authentication.**;org.springframework.security.web.**;\
					io.hybridge.**;!*""");

	private final Seal seal;

	SealedAttributes(Seal seal) {
		this.seal = seal;
	}

	@Override
	public void customize(JdbcIndexedSessionRepository sessions) {
		GenericConversionService conversion = new GenericConversionService();
		conversion.addConverter(Object.class, byte[].class, this::write);
		conversion.addConverter(byte[].class, Object.class, (row) -> read(row).orElse(null));
		sessions.setConversionService(conversion);
	}

	byte[] write(Object thing) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(thing);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this.seal.seal(PURPOSE, bytes.toByteArray());
	}

	Optional<Object> read(byte[] row) {
		return this.seal.open(PURPOSE, row).map(SealedAttributes::known);
	}

	private static ObjectInputFilter.Status judged(ObjectInputFilter.FilterInfo asked) {
		ObjectInputFilter.Status status = KNOWN.checkInput(asked);
		if (status == ObjectInputFilter.Status.REJECTED) {
			LOG.warn("Nothing of this kind belongs in a session: {}", asked.serialClass());
		}
		return status;
	}

	private static Object known(byte[] bytes) {
		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
			in.setObjectInputFilter(SealedAttributes::judged);
			return in.readObject();
		}
		catch (IOException | ClassNotFoundException ex) {
			LOG.warn("Something in a session is of no known kind, and is left out: {}", ex.getMessage());
			return null;
		}
	}

}

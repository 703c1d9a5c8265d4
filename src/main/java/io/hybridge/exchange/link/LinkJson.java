package io.hybridge.exchange.link;

import java.util.Arrays;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import tools.jackson.databind.json.JsonMapper;

/** A link as the text that is sealed; each kind stands in it by its name. */
final class LinkJson {

	private static final JsonMapper JSON = mapper(ServerLink.class, Channel.class, PeerTrust.class, WindowsSignIn.class,
			KerberosProof.class, SshSignIn.class);

	private LinkJson() {
	}

	static String write(ServerLink link) {
		return JSON.writerFor(ServerLink.class).writeValueAsString(link);
	}

	static ServerLink read(String text) {
		return JSON.readValue(text, ServerLink.class);
	}

	private static JsonMapper mapper(Class<?>... sealed) {
		JsonMapper.Builder builder = JsonMapper.builder();
		Stream.of(sealed).forEach((type) -> {
			builder.addMixIn(type, Kind.class);
			builder.registerSubtypes(Arrays.asList(type.getPermittedSubclasses()));
		});
		return builder.build();
	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
	private interface Kind {

	}

}

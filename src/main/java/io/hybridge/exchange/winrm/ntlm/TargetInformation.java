package io.hybridge.exchange.winrm.ntlm;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.hybridge.exchange.winrm.signin.ChannelBinding;

/** What a server says of itself, and what a client adds so that it is signed as well. */
record TargetInformation(List<Pair> pairs) {

	private static final int END = 0;

	private static final int FLAGS = 6;

	private static final int TIMESTAMP = 7;

	private static final int TARGET_NAME = 9;

	private static final int CHANNEL_BINDING = 10;

	private static final int HAS_MIC = 2;

	/**
	 * Reads pairs up to their end.
	 * @throws IllegalArgumentException when they have none, or one is malformed
	 */
	static TargetInformation read(byte[] octets) {
		ByteBuffer from = ByteBuffer.wrap(octets).order(ByteOrder.LITTLE_ENDIAN);
		List<Pair> pairs = new ArrayList<>();
		try {
			for (Pair pair = Pair.read(from); pair.id() != END; pair = Pair.read(from)) {
				pairs.add(pair);
			}
		}
		catch (BufferUnderflowException ex) {
			throw new IllegalArgumentException("the target information has no end", ex);
		}
		TargetInformation read = new TargetInformation(List.copyOf(pairs));
		if (read.timestamp().filter((time) -> time.length != 8).isPresent()
				|| read.value(FLAGS).filter((flags) -> flags.length != 4).isPresent()) {
			throw new IllegalArgumentException("a value of the target information has another length");
		}
		return read;
	}

	/** The server's time; where it comes, the messages carry a MIC. */
	Optional<byte[]> timestamp() {
		return value(TIMESTAMP);
	}

	/**
	 * The same with what the client says.
	 * @param target name of the service, for instance {@code HTTP/ex1.fabrikam.com}
	 * @param binding to TLS, or null without
	 */
	TargetInformation answered(String target, ChannelBinding binding) {
		int flags = value(FLAGS).map((value) -> ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getInt())
			.orElse(0);
		Stream<Pair> kept = this.pairs.stream()
			.filter((pair) -> pair.id() != FLAGS && pair.id() != TARGET_NAME && pair.id() != CHANNEL_BINDING);
		Stream<Pair> added = Stream.of(new Pair(FLAGS, littleEndian(timestamp().isPresent() ? flags | HAS_MIC : flags)),
				new Pair(CHANNEL_BINDING, hash(binding)), new Pair(TARGET_NAME, NtlmHash.unicode(target)));
		return new TargetInformation(Stream.concat(kept, added).toList());
	}

	byte[] octets() {
		ByteBuffer to = ByteBuffer.allocate(4 + this.pairs.stream().mapToInt((pair) -> 4 + pair.value().length).sum())
			.order(ByteOrder.LITTLE_ENDIAN);
		this.pairs
			.forEach((pair) -> to.putShort((short) pair.id()).putShort((short) pair.value().length).put(pair.value()));
		return to.array();
	}

	private static byte[] hash(ChannelBinding binding) {
		return (binding != null)
				? NtlmHash.md5(new byte[16], littleEndian(binding.applicationData().length), binding.applicationData())
				: new byte[16];
	}

	private static byte[] littleEndian(int number) {
		return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
	}

	private Optional<byte[]> value(int id) {
		return this.pairs.stream().filter((pair) -> pair.id() == id).map(Pair::value).findFirst();
	}

	record Pair(int id, byte[] value) {

		private static Pair read(ByteBuffer from) {
			int id = Short.toUnsignedInt(from.getShort());
			byte[] value = new byte[Short.toUnsignedInt(from.getShort())];
			from.get(value);
			return new Pair(id, value);
		}

	}

}

package io.hybridge.security.factor;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.nayuki.qrcodegen.QrCode;

/** A text as a picture that a phone reads, black on white in every theme. */
final class QrPicture {

	/** Without it a phone does not find the edge. */
	private static final int MARGIN = 4;

	private QrPicture() {
	}

	/** The address of the picture, which is the picture itself. */
	static String of(String text) {
		QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
		String squares = IntStream.range(0, code.size * code.size)
			.filter((i) -> code.getModule(i % code.size, i / code.size))
			.mapToObj((i) -> "M%d,%dh1v1h-1z".formatted(i % code.size + MARGIN, i / code.size + MARGIN))
			.collect(Collectors.joining());
		int size = code.size + 2 * MARGIN;
		String svg = """
				<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
				<path fill="#fff" d="M0,0h%1$dv%1$dh-%1$dz"/><path d="%2$s"/></svg>""".formatted(size, squares);
		return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
	}

}

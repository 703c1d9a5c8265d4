package io.hybridge.audit;

import java.util.LinkedHashMap;
import java.util.Map;

import io.hybridge.web.text.StorableText;

/**
 * Text as its column can keep it. Recording must not fail because of what a stranger
 * typed.
 */
final class ColumnText {

	private ColumnText() {
	}

	static String of(String text) {
		return StorableText.of(text);
	}

	/** As {@link #of}, cut to the width of its column. */
	static String of(String text, int length) {
		String storable = of(text);
		if (storable == null || storable.length() <= length) {
			return storable;
		}
		int end = Character.isHighSurrogate(storable.charAt(length - 1)) ? length - 1 : length;
		return storable.substring(0, end);
	}

	static Map<String, String> of(Map<String, String> texts) {
		Map<String, String> out = new LinkedHashMap<>();
		texts.forEach((key, value) -> out.put(of(key), of(value)));
		return out;
	}

}

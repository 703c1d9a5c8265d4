package io.hybridge.enablement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import org.springframework.web.multipart.MultipartFile;

/**
 * What a person brought from a server, as a file or as text.
 *
 * @param answer pasted, or null
 * @param file uploaded, or null
 */
public record BroughtForm(String answer, MultipartFile file) {

	private static final int LONGEST = 4 * 1024 * 1024;

	/** Both together; the order does not matter. */
	public String text() {
		String pasted = (this.answer != null) ? this.answer : "";
		return uploaded() ? pasted + "\n" + content() : pasted;
	}

	public boolean tooLong() {
		return (this.answer != null && this.answer.length() > LONGEST)
				|| (this.file != null && this.file.getSize() > LONGEST);
	}

	public boolean empty() {
		return !uploaded() && (this.answer == null || this.answer.isBlank());
	}

	public boolean uploaded() {
		return this.file != null && !this.file.isEmpty();
	}

	/** The field beside which an error belongs. */
	public String field() {
		return uploaded() ? "file" : "answer";
	}

	/**
	 * The script writes ASCII; an editor may have saved it as UTF-16, which is undone.
	 */
	private String content() {
		try {
			byte[] bytes = this.file.getBytes();
			boolean wide = bytes.length > 1 && ((bytes[0] & 0xff) == 0xff || (bytes[0] & 0xff) == 0xfe);
			return new String(bytes, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}

package io.hybridge.exchange.call;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads what PowerShell wrote to standard error, for the evidence: plain text, or its own
 * XML of which only the texts are shown.
 */
final class ErrorStream {

	private static final String CLIXML = "#< CLIXML";

	/**
	 * The code page of consoles in western Europe, in which PowerShell writes errors
	 * although the shell was asked for UTF-8.
	 */
	private static final Charset CONSOLE = Charset.forName("IBM850");

	private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

	private ErrorStream() {
	}

	static String read(byte[] bytes) {
		String text = decoded(bytes);
		int begin = text.indexOf(CLIXML);
		if (begin < 0) {
			return text;
		}
		return text.substring(0, begin) + texts(text.substring(begin + CLIXML.length()).strip());
	}

	private static String decoded(byte[] bytes) {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException ex) {
			return new String(bytes, CONSOLE);
		}
	}

	/** Only texts of a stream are shown; progress is an object and left out. */
	private static String texts(String objects) {
		StringBuilder texts = new StringBuilder();
		try {
			XMLStreamReader xml = parser().createXMLStreamReader(new StringReader(objects));
			while (xml.hasNext()) {
				int event = xml.next();
				if (event == XMLStreamConstants.DTD) {
					return objects;
				}
				if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("S")
						&& xml.getAttributeValue(null, "S") != null) {
					texts.append(unescaped(xml.getElementText()));
				}
			}
			return texts.toString().strip();
		}
		catch (XMLStreamException ex) {
			return objects;
		}
	}

	/** A parser that takes no document type and fetches nothing. */
	private static XMLInputFactory parser() {
		XMLInputFactory parser = XMLInputFactory.newDefaultFactory();
		parser.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		parser.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		return parser;
	}

	private static String unescaped(String text) {
		return ESCAPE.matcher(text)
			.replaceAll(
					(escape) -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
	}

}

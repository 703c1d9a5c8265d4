package io.hybridge.lab.exchange.winrm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * What a client asks for, read by namespace and local name, whatever prefixes and
 * character data sections it likes.
 */
final class WinRmRequest {

	static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";

	static final String ADDRESSING = "http://schemas.xmlsoap.org/ws/2004/08/addressing";

	static final String MANAGEMENT = "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd";

	static final String SHELL = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell";

	private static final Duration LONGEST = Duration.ofSeconds(60);

	private final Document document;

	private WinRmRequest(Document document) {
		this.document = document;
	}

	static WinRmRequest read(byte[] envelope) throws IOException {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
			factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			factory.setAttribute("jdk.xml.maxElementDepth", "64");
			factory.setNamespaceAware(true);
			factory.setCoalescing(true);
			var builder = factory.newDocumentBuilder();
			builder.setErrorHandler(new Strict());
			Document document = builder.parse(new ByteArrayInputStream(envelope));
			if (!SOAP.equals(document.getDocumentElement().getNamespaceURI())) {
				throw new IOException("This is no SOAP 1.2 envelope");
			}
			return new WinRmRequest(document);
		}
		catch (ParserConfigurationException | SAXException ex) {
			throw new IOException("The envelope cannot be read", ex);
		}
	}

	String action() {
		return text(ADDRESSING, "Action");
	}

	String messageId() {
		return text(ADDRESSING, "MessageID");
	}

	String resource() {
		return text(MANAGEMENT, "ResourceURI");
	}

	String shellId() {
		return all(MANAGEMENT, "Selector").stream()
			.filter((selector) -> "ShellId".equals(selector.getAttribute("Name")))
			.map((selector) -> selector.getTextContent().strip())
			.findFirst()
			.orElse("");
	}

	boolean option(String name) {
		return all(MANAGEMENT, "Option").stream()
			.anyMatch((option) -> name.equals(option.getAttribute("Name"))
					&& option.getTextContent().strip().equalsIgnoreCase("true"));
	}

	Duration operationTimeout() {
		Duration asked = duration(text(MANAGEMENT, "OperationTimeout")).orElse(LONGEST);
		return (asked.isNegative() || asked.compareTo(LONGEST) > 0) ? LONGEST : asked;
	}

	Optional<Duration> idleTimeOut() {
		return duration(text(SHELL, "IdleTimeOut"));
	}

	int maxEnvelopeSize() {
		String size = text(MANAGEMENT, "MaxEnvelopeSize");
		return size.matches("\\d{4,7}") ? Integer.parseInt(size) : 153_600;
	}

	/**
	 * The command line as Windows would have it: one string.
	 * @return program and arguments
	 */
	String commandLine() {
		StringBuilder line = new StringBuilder(text(SHELL, "Command"));
		all(SHELL, "Arguments").forEach((arguments) -> line.append(' ').append(arguments.getTextContent()));
		return line.toString();
	}

	/**
	 * Which command a request is about, from the attribute that Send, Receive and Signal
	 * have in different places, and that some clients write with a prefix.
	 * @return its identifier, or empty
	 */
	String commandId() {
		for (String name : List.of("Stream", "DesiredStream", "Signal")) {
			for (Element element : all(SHELL, name)) {
				String id = element.getAttribute("CommandId") + element.getAttributeNS(SHELL, "CommandId");
				if (!id.isEmpty()) {
					return id;
				}
			}
		}
		return "";
	}

	List<Input> input() {
		return all(SHELL, "Stream").stream().map(Input::of).toList();
	}

	String signal() {
		return text(SHELL, "Code");
	}

	private String text(String namespace, String name) {
		return all(namespace, name).stream().findFirst().map((element) -> element.getTextContent().strip()).orElse("");
	}

	private List<Element> all(String namespace, String name) {
		NodeList nodes = this.document.getElementsByTagNameNS(namespace, name);
		List<Element> elements = new ArrayList<>();
		for (int index = 0; index < nodes.getLength(); index++) {
			elements.add((Element) nodes.item(index));
		}
		return elements;
	}

	private static Optional<Duration> duration(String text) {
		try {
			return text.isEmpty() ? Optional.empty() : Optional.of(Duration.parse(text));
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	/**
	 * A piece of standard input.
	 *
	 * @param bytes what was sent
	 * @param last whether the input ends
	 */
	record Input(byte[] bytes, boolean last) {

		private static Input of(Element stream) {
			String end = stream.getAttribute("End");
			return new Input(Base64.getMimeDecoder().decode(stream.getTextContent()),
					end.equalsIgnoreCase("true") || end.equals("1"));
		}

	}

	private static final class Strict implements ErrorHandler {

		@Override
		public void warning(SAXParseException exception) {
		}

		@Override
		public void error(SAXParseException exception) throws SAXException {
			throw exception;
		}

		@Override
		public void fatalError(SAXParseException exception) throws SAXException {
			throw exception;
		}

	}

}

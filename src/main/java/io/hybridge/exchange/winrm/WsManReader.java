package io.hybridge.exchange.winrm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads an answer by namespace and local name only, never by prefix, and takes nothing
 * that the protocol does not need: no document type, no entity, no endless depth.
 */
final class WsManReader {

	private static final int DEEPEST = 32;

	private final XMLStreamReader xml;

	private final List<WsManAnswer.Piece> pieces = new ArrayList<>();

	private String shell;

	private String command;

	private boolean done;

	private long exitCode;

	private boolean fault;

	private long faultCode;

	private int faultDepth;

	private String reason = "";

	private final StringBuilder details = new StringBuilder();

	private WsManReader(XMLStreamReader xml) {
		this.xml = xml;
	}

	/**
	 * Reads one envelope.
	 * @param envelope the bytes of the body
	 * @return what it says
	 * @throws IOException when it is no such answer
	 */
	static WsManAnswer read(byte[] envelope) throws IOException {
		try {
			XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(envelope));
			return new WsManReader(xml).answer();
		}
		catch (XMLStreamException | IllegalArgumentException ex) {
			throw new IOException("This is no answer of WS-Management: " + ex.getMessage(), ex);
		}
	}

	/** A parser that takes no document type and fetches nothing. */
	private static XMLInputFactory factory() {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
		factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
		return factory;
	}

	private WsManAnswer answer() throws XMLStreamException {
		int depth = 0;
		while (this.xml.hasNext()) {
			switch (this.xml.next()) {
				case XMLStreamConstants.DTD ->
					throw new XMLStreamException("a document type is not taken", this.xml.getLocation());
				case XMLStreamConstants.START_ELEMENT -> {
					if (++depth > DEEPEST) {
						throw new XMLStreamException("too deep", this.xml.getLocation());
					}
					if (depth == 1 && !is(WsMan.SOAP, "Envelope")) {
						throw new XMLStreamException("not an envelope", this.xml.getLocation());
					}
					enterFault(depth);
					depth -= take() ? 1 : 0;
				}
				case XMLStreamConstants.END_ELEMENT -> leaveFault(depth--);
				case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> takeDetails();
				default -> {
				}
			}
		}
		return new WsManAnswer(this.shell, this.command, this.pieces, this.done, this.exitCode,
				this.fault ? new WsManAnswer.Fault(this.faultCode, words()) : null);
	}

	/** A provider wraps its own fault in the service's; the outermost number counts. */
	private void enterFault(int depth) {
		if (is(WsMan.FAULT, "WSManFault") && this.faultDepth == 0) {
			this.faultDepth = depth;
			this.faultCode = number(attribute("Code"));
		}
	}

	private void leaveFault(int depth) {
		if (depth == this.faultDepth) {
			this.faultDepth = 0;
		}
	}

	private void takeDetails() {
		if (this.faultDepth > 0) {
			this.details.append(this.xml.getText()).append(' ');
		}
	}

	/** The reason, and behind it what the provider says beyond that. */
	private String words() {
		String provider = this.details.toString().replaceAll("\\s+", " ").strip();
		return this.reason.contains(provider) ? this.reason : (this.reason + " " + provider).strip();
	}

	/**
	 * Takes what this element says.
	 * @return whether it was read to its end
	 */
	private boolean take() throws XMLStreamException {
		return switch (this.xml.getNamespaceURI()) {
			case WsMan.SHELL -> takeFromShell();
			case WsMan.MANAGEMENT -> {
				boolean selector = is(WsMan.MANAGEMENT, "Selector") && "ShellId".equals(attribute("Name"));
				if (selector) {
					this.shell = text();
				}
				yield selector;
			}
			case WsMan.SOAP -> takeFromSoap();
			case null, default -> false;
		};
	}

	private boolean takeFromShell() throws XMLStreamException {
		switch (this.xml.getLocalName()) {
			case "ShellId" -> this.shell = text();
			case "CommandId" -> this.command = text();
			case "Stream" -> {
				String stream = attribute("Name");
				this.pieces.add(new WsManAnswer.Piece(stream, Base64.getMimeDecoder().decode(text())));
			}
			case "ExitCode" -> this.exitCode = number(text());
			case "CommandState" -> {
				this.done |= WsMan.DONE.equals(attribute("State"));
				return false;
			}
			default -> {
				return false;
			}
		}
		return true;
	}

	private boolean takeFromSoap() throws XMLStreamException {
		switch (this.xml.getLocalName()) {
			case "Fault" -> this.fault = true;
			case "Text" -> {
				this.reason = text();
				return true;
			}
			default -> {
			}
		}
		return false;
	}

	private boolean is(String namespace, String name) {
		return namespace.equals(this.xml.getNamespaceURI()) && name.equals(this.xml.getLocalName());
	}

	private String attribute(String name) {
		return this.xml.getAttributeValue(null, name);
	}

	private String text() throws XMLStreamException {
		return this.xml.getElementText().strip();
	}

	private static long number(String text) {
		return (text != null && text.strip().matches("-?\\d{1,18}")) ? Long.parseLong(text.strip()) : 0;
	}

}

package io.hybridge.lab.exchange.winrm;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Writes answers in the shape in which Windows writes them. */
final class WinRmAnswer {

	private static final String TRANSFER = "http://schemas.xmlsoap.org/ws/2004/09/transfer";

	private static final String PROVIDER = "<f:ProviderFault provider=\"Shell cmd plugin\" path=\"%systemroot%\\system32\\winrscmd.dll\">";

	private WinRmAnswer() {
	}

	static byte[] created(WinRmRequest request, WinRmShell shell) {
		String id = shell.id();
		return envelope(request, TRANSFER + "/CreateResponse", "<x:ResourceCreated><a:Address>"
				+ WinRmRequest.ADDRESSING + "/role/anonymous</a:Address>" + "<a:ReferenceParameters><w:ResourceURI>"
				+ WinRmRequest.SHELL + "/cmd</w:ResourceURI><w:SelectorSet><w:Selector Name=\"ShellId\">" + id
				+ "</w:Selector></w:SelectorSet></a:ReferenceParameters></x:ResourceCreated><rsp:Shell><rsp:ShellId>"
				+ id + "</rsp:ShellId><rsp:ResourceUri>" + WinRmRequest.SHELL + "/cmd</rsp:ResourceUri><rsp:Owner>"
				+ escaped(shell.owner()) + "</rsp:Owner><rsp:IdleTimeOut>" + seconds(shell.idleTimeOut())
				+ "</rsp:IdleTimeOut><rsp:InputStreams>stdin</rsp:InputStreams>"
				+ "<rsp:OutputStreams>stdout stderr</rsp:OutputStreams></rsp:Shell>");
	}

	static byte[] deleted(WinRmRequest request) {
		return envelope(request, TRANSFER + "/DeleteResponse", "");
	}

	static byte[] started(WinRmRequest request, String command) {
		return envelope(request, WinRmRequest.SHELL + "/CommandResponse",
				"<rsp:CommandResponse><rsp:CommandId>" + command + "</rsp:CommandId></rsp:CommandResponse>");
	}

	static byte[] sent(WinRmRequest request) {
		return envelope(request, WinRmRequest.SHELL + "/SendResponse", "<rsp:SendResponse/>");
	}

	static byte[] signalled(WinRmRequest request) {
		return envelope(request, WinRmRequest.SHELL + "/SignalResponse", "<rsp:SignalResponse/>");
	}

	static byte[] received(WinRmRequest request, String command, List<WinRmCommand.Piece> pieces, boolean done,
			long exitCode) {
		StringBuilder body = new StringBuilder("<rsp:ReceiveResponse>");
		for (WinRmCommand.Piece piece : pieces) {
			body.append(stream(piece.stream(), command, "")).append('>');
			body.append(Base64.getEncoder().encodeToString(piece.bytes())).append("</rsp:Stream>");
		}
		if (done) {
			body.append(stream("stdout", command, " End=\"true\"")).append("></rsp:Stream>");
			body.append(stream("stderr", command, " End=\"true\"")).append("></rsp:Stream>");
		}
		body.append("<rsp:CommandState CommandId=\"").append(command).append("\" State=\"").append(WinRmRequest.SHELL);
		body.append("/CommandState/").append(done ? "Done\">" : "Running\">");
		body.append(done ? "<rsp:ExitCode>" + exitCode + "</rsp:ExitCode>" : "");
		body.append("</rsp:CommandState></rsp:ReceiveResponse>");
		return envelope(request, WinRmRequest.SHELL + "/ReceiveResponse", body.toString());
	}

	static byte[] fault(WinRmRequest request, WinRmFault fault, String machine) {
		String words = escaped(fault.getMessage());
		return envelope(request, "http://schemas.dmtf.org/wbem/wsman/1/wsman/fault", "<s:Fault><s:Code><s:Value>"
				+ ((fault.code() == 2_150_858_793L) ? "s:Receiver" : "s:Sender") + "</s:Value><s:Subcode><s:Value>"
				+ fault.subcode() + "</s:Value></s:Subcode></s:Code><s:Reason><s:Text xml:lang=\"en-US\">" + words
				+ "</s:Text></s:Reason><s:Detail><f:WSManFault xmlns:f=\"http://schemas.microsoft.com/wbem/wsman/1/wsmanfault\" Code=\""
				+ fault.code() + "\" Machine=\"" + escaped(machine) + "\"><f:Message>"
				+ (fault.ofProvider() ? PROVIDER + words + "</f:ProviderFault>" : words)
				+ "</f:Message></f:WSManFault></s:Detail></s:Fault>");
	}

	private static String stream(String name, String command, String end) {
		return "<rsp:Stream Name=\"" + name + "\" CommandId=\"" + command + "\"" + end;
	}

	private static byte[] envelope(WinRmRequest request, String action, String body) {
		return ("<s:Envelope xml:lang=\"en-US\" xmlns:s=\"" + WinRmRequest.SOAP + "\" xmlns:a=\""
				+ WinRmRequest.ADDRESSING + "\" xmlns:x=\"" + TRANSFER + "\" xmlns:w=\"" + WinRmRequest.MANAGEMENT
				+ "\" xmlns:rsp=\"" + WinRmRequest.SHELL
				+ "\" xmlns:p=\"http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd\"><s:Header><a:Action>" + action
				+ "</a:Action><a:MessageID>uuid:" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT)
				+ "</a:MessageID><a:To>" + WinRmRequest.ADDRESSING + "/role/anonymous</a:To><a:RelatesTo>"
				+ escaped(request.messageId()) + "</a:RelatesTo></s:Header><s:Body>" + body + "</s:Body></s:Envelope>")
			.getBytes(StandardCharsets.UTF_8);
	}

	private static String seconds(Duration duration) {
		return String.format(Locale.ROOT, "PT%d.%03dS", duration.toSeconds(), duration.toMillisPart());
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

}

package io.hybridge.exchange.winrm;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;

import io.hybridge.exchange.link.WinRmLink;

/** One request of a remote shell's life, and how it is written. */
sealed interface WsManRequest {

	/**
	 * The action's address.
	 * @return the action
	 */
	String action();

	/**
	 * The shell that is meant.
	 * @return its identifier, or null where there is none yet
	 */
	default String shell() {
		return null;
	}

	/** The options of this request. */
	default String options() {
		return "";
	}

	/** What the envelope carries. */
	String body();

	default byte[] envelope(String to, Duration operationTimeout) {
		return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><s:Envelope xmlns:s=\"" + WsMan.SOAP + "\" xmlns:a=\""
				+ WsMan.ADDRESSING + "\" xmlns:w=\"" + WsMan.MANAGEMENT + "\" xmlns:p=\"" + WsMan.MICROSOFT
				+ "\" xmlns:rsp=\"" + WsMan.SHELL + "\"><s:Header><a:To>" + escaped(to)
				+ "</a:To><w:ResourceURI s:mustUnderstand=\"true\">" + WsMan.SHELL
				+ "/cmd</w:ResourceURI><a:ReplyTo><a:Address s:mustUnderstand=\"true\">" + WsMan.ADDRESSING
				+ "/role/anonymous</a:Address></a:ReplyTo><a:Action s:mustUnderstand=\"true\">" + action()
				+ "</a:Action><w:MaxEnvelopeSize s:mustUnderstand=\"true\">" + WsMan.ENVELOPE_SIZE
				+ "</w:MaxEnvelopeSize><a:MessageID>uuid:" + UUID.randomUUID().toString().toUpperCase(Locale.ROOT)
				+ "</a:MessageID><w:Locale xml:lang=\"en-US\" s:mustUnderstand=\"false\"/>"
				+ "<p:DataLocale xml:lang=\"en-US\" s:mustUnderstand=\"false\"/><w:OperationTimeout>"
				+ seconds(operationTimeout) + "</w:OperationTimeout>" + selector() + options() + "</s:Header><s:Body>"
				+ body() + "</s:Body></s:Envelope>")
			.getBytes(StandardCharsets.UTF_8);
	}

	private String selector() {
		return (shell() != null)
				? "<w:SelectorSet><w:Selector Name=\"ShellId\">" + escaped(shell()) + "</w:Selector></w:SelectorSet>"
				: "";
	}

	static String seconds(Duration duration) {
		return String.format(Locale.ROOT, "PT%d.%03dS", duration.toSeconds(), duration.toMillisPart());
	}

	private static String option(String name, String value) {
		return "<w:Option Name=\"" + name + "\">" + value + "</w:Option>";
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

	/**
	 * Opens a shell. A shell left alone is ended by the server after three minutes, so
	 * that nothing keeps running when the console vanishes.
	 */
	record Create() implements WsManRequest {

		@Override
		public String action() {
			return WsMan.TRANSFER + "/Create";
		}

		@Override
		public String options() {
			return "<w:OptionSet s:mustUnderstand=\"true\">" + option("WINRS_NOPROFILE", "TRUE")
					+ option("WINRS_CODEPAGE", "65001") + "</w:OptionSet>";
		}

		@Override
		public String body() {
			return "<rsp:Shell><rsp:IdleTimeOut>" + seconds(WinRmLink.ABANDONED)
					+ "</rsp:IdleTimeOut><rsp:InputStreams>stdin</rsp:InputStreams>"
					+ "<rsp:OutputStreams>stdout stderr</rsp:OutputStreams></rsp:Shell>";
		}

	}

	/**
	 * Starts a program with an input that can end. Over cmd.exe: old Windows looks for a
	 * program on its path only so.
	 *
	 * @param program what to start
	 * @param arguments its arguments, one string as Windows has it
	 */
	record Command(String shell, String program, String arguments) implements WsManRequest {

		@Override
		public String action() {
			return WsMan.SHELL + "/Command";
		}

		@Override
		public String options() {
			return "<w:OptionSet s:mustUnderstand=\"true\">" + option("WINRS_CONSOLEMODE_STDIN", "FALSE")
					+ option("WINRS_SKIP_CMD_SHELL", "FALSE") + "</w:OptionSet>";
		}

		@Override
		public String body() {
			return "<rsp:CommandLine><rsp:Command>" + escaped(this.program) + "</rsp:Command><rsp:Arguments>"
					+ escaped(this.arguments) + "</rsp:Arguments></rsp:CommandLine>";
		}

	}

	/**
	 * Sends a piece of standard input.
	 *
	 * @param command to which
	 * @param piece the bytes
	 * @param last whether the input ends with them
	 */
	record Send(String shell, String command, byte[] piece, boolean last) implements WsManRequest {

		@Override
		public String action() {
			return WsMan.SHELL + "/Send";
		}

		@Override
		public String body() {
			return "<rsp:Send><rsp:Stream Name=\"stdin\" CommandId=\"" + escaped(this.command) + "\""
					+ (this.last ? " End=\"true\"" : "") + ">" + Base64.getEncoder().encodeToString(this.piece)
					+ "</rsp:Stream></rsp:Send>";
		}

	}

	/**
	 * Waits for output.
	 *
	 * @param command of which
	 */
	record Receive(String shell, String command) implements WsManRequest {

		@Override
		public String action() {
			return WsMan.SHELL + "/Receive";
		}

		@Override
		public String body() {
			return "<rsp:Receive><rsp:DesiredStream CommandId=\"" + escaped(this.command)
					+ "\">stdout stderr</rsp:DesiredStream></rsp:Receive>";
		}

	}

	/**
	 * Ends a command that still runs.
	 *
	 * @param command which
	 */
	record Terminate(String shell, String command) implements WsManRequest {

		@Override
		public String action() {
			return WsMan.SHELL + "/Signal";
		}

		@Override
		public String body() {
			return "<rsp:Signal CommandId=\"" + escaped(this.command) + "\"><rsp:Code>" + WsMan.SHELL
					+ "/signal/terminate</rsp:Code></rsp:Signal>";
		}

	}

	/**
	 * Closes a shell and whatever runs in it.
	 *
	 * @param shell which
	 */
	record Delete(String shell) implements WsManRequest {

		@Override
		public String action() {
			return WsMan.TRANSFER + "/Delete";
		}

		@Override
		public String body() {
			return "";
		}

	}

}

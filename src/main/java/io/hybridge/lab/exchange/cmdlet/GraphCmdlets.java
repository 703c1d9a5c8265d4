package io.hybridge.lab.exchange.cmdlet;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.hybridge.lab.exchange.push.LabInternet;

/** The one command of Microsoft's Graph module that the downloaded scripts use. */
final class GraphCmdlets {

	private static final String HOST = "https://graph.microsoft.com";

	private static final String COMMAND = "Microsoft.Graph.PowerShell.Authentication.Cmdlets.InvokeMgGraphRequest";

	private final ManagementShell shell;

	GraphCmdlets(ManagementShell shell) {
		this.shell = shell;
	}

	void register(Map<String, Function<CmdletParameters, List<CmdletObject>>> cmdlets) {
		cmdlets.put("Invoke-MgGraphRequest", this::invoke);
	}

	private List<CmdletObject> invoke(CmdletParameters parameters) {
		String address = parameters.text("Uri").orElse("").replace("'", "%27").replace("$", "%24");
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("Authorization", "Bearer " + parameters.text("AccessToken").orElse(""));
		headers.put("Content-Type", "application/json");
		try {
			LabInternet.Response response = this.shell.exchange()
				.network()
				.send(parameters.text("Method").orElse("GET"), URI.create(HOST + address), headers,
						parameters.text("Body").orElse(""));
			if (response.status() / 100 != 2) {
				throw failed("Response status code does not indicate success: " + response.status(), address);
			}
			return List.of(CmdletObject.of("Content", response.body()));
		}
		catch (IOException ex) {
			throw failed(ex.getMessage(), address);
		}
	}

	private static CmdletFailure failed(String message, String address) {
		return CmdletFailure.local("InvokeGraphHttpResponseException," + COMMAND, "InvalidOperation",
				"Microsoft.Graph.PowerShell.Authentication.Helpers.HttpResponseException", message, address);
	}

}

package io.hybridge.lab.exchange.twin.part;

import java.util.Map;

import io.hybridge.lab.exchange.cmdlet.CmdletObject;
import io.hybridge.lab.exchange.cmdlet.DirectoryCommands;

/** What the scripts read of the push proxy's object in the directory. */
public final class PushProxyEntry {

	private PushProxyEntry() {
	}

	public static Map<String, Object> read(ScriptExecution execution) {
		CmdletObject configuration = execution.first("Get-AuthConfig");
		String server = configuration.text("OriginatingServer");
		String name = "CN=OnPrem-Proxy,CN=Push Notifications Settings,"
				+ configuration.text("DistinguishedName").replaceFirst("\\ACN=Auth Configuration,", "");
		CmdletObject entry = execution.first("Get-DirectoryEntry", "Path", "LDAP://" + server + "/" + name);
		int code = (int) entry.value("Code");
		if (code != 0) {
			return execution.data("state", (code == DirectoryCommands.NO_SUCH_OBJECT) ? "missing" : "unreadable",
					"server", server, "evidence", entry.text("Message"), "created", null, "changed", null);
		}
		return execution.data("state", "found", "server", server, "evidence", "", "created",
				ScriptExecution.time(entry.value("whenCreated")), "changed",
				ScriptExecution.time(entry.value("whenChanged")));
	}

}

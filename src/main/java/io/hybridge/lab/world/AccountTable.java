package io.hybridge.lab.world;

import java.util.ArrayList;
import java.util.List;

import io.hybridge.lab.LabAccounts;

/** The one table that both ways of starting the lab print. */
public final class AccountTable {

	private AccountTable() {
	}

	/**
	 * Writes the table.
	 * @param view of the lab
	 * @return lines of text: what, address, account, password
	 */
	public static String of(LabView view) {
		List<String[]> rows = new ArrayList<>();
		rows.add(new String[] { "What", "Address", "Account", "Password" });
		rows.add(row("Microsoft 365", view.access().microsoft365().toString(),
				view.access().accounts().administrator()));
		view.servers()
			.stream()
			.filter(LabView.Server::reached)
			.forEach((server) -> rows.add(row(server.name(), "https://127.0.0.1:" + server.port() + "/wsman",
					view.access().accounts().service())));
		rows.add(row("Microsoft 365, no role", view.access().microsoft365().toString(),
				view.access().accounts().user()));
		StringBuilder table = new StringBuilder();
		rows.forEach((row) -> table.append("%-24s%-36s%-30s%s%n".formatted((Object[]) row)));
		return table.toString();
	}

	private static String[] row(String what, String address, LabAccounts.Account account) {
		return new String[] { what, address, account.name(), account.password() };
	}

}

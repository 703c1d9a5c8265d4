package io.hybridge.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;

/** Weighs what comes over the wire for a page: compressed, with headers, without what is kept. */
final class Scale {

	private final Page page;

	private long bytes;

	Scale(Page page) {
		this.page = page;
		CDPSession session = page.context().newCDPSession(page);
		session.send("Network.enable");
		session.on("Network.loadingFinished", this::add);
	}

	long bytesOf(Runnable visit) {
		this.bytes = 0;
		visit.run();
		this.page.waitForLoadState(LoadState.LOAD);
		return this.bytes;
	}

	private void add(JsonObject event) {
		this.bytes += event.get("encodedDataLength").getAsLong();
	}

}

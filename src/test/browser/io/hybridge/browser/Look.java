package io.hybridge.browser;

import com.microsoft.playwright.Page;

/** What is done with the page in each state that a walk comes to. */
interface Look {

	Look NONE = (name, page) -> {
	};

	void at(String name, Page page);

}

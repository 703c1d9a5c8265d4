package io.hybridge.audit.reading;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class AuditFeedTests {

	private final AuditQueries queries = mock();

	private final AuditViews views = mock();

	private final AuditFeed feed = new AuditFeed(this.queries, this.views);

	@Test
	void leadsToAllRecordsOfARunThatHasMoreThanAPageShows() {
		given(this.views.of(any()))
			.willAnswer((call) -> Collections.nCopies(call.<List<?>>getArgument(0).size(), (AuditView) null));
		given(this.queries.ofRun(eq(118L), anyInt())).willReturn(recorded(500));
		assertThat(this.feed.ofRun(118).all()).isNull();
		given(this.queries.ofRun(eq(118L), anyInt())).willReturn(recorded(501));
		AuditFeed.Trail trail = this.feed.ofRun(118);
		assertThat(trail.views()).hasSize(500);
		assertThat(trail.all()).isEqualTo("/audit?q=run:118");
	}

	private static List<AuditSummary> recorded(int count) {
		return Collections.nCopies(count,
				new AuditSummary(1, 12, 1, null, null, null, null, null, null, 118L, null, null, null));
	}

}

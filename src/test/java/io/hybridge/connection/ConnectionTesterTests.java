package io.hybridge.connection;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.hybridge.connection.KeptClimbs.KeptClimb;
import io.hybridge.exchange.ladder.ConnectionLadder;
import io.hybridge.exchange.ladder.LadderReading;
import io.hybridge.exchange.link.LocalLink;
import io.hybridge.exchange.link.ServerLinks;
import io.hybridge.organization.OrganizationId;
import io.hybridge.remote.RemoteFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

/** A climb that ends by a mistake of our own ends all the same. */
class ConnectionTesterTests {

	private static final OrganizationId ORGANIZATION = new OrganizationId(1);

	private static final LocalLink LINK = new LocalLink("ex1.fabrikam.com");

	private static final KeptClimb ASKED = new KeptClimb(LINK.fqdn(), Instant.EPOCH, true, null);

	private final KeptClimbs tests = mock();

	private final ServerLinks links = mock();

	private final ConnectionLadder ladder = mock();

	private final ConnectionTester tester = new ConnectionTester(this.tests, this.links, this.ladder);

	@Test
	void keepsThatNothingIsKnownAfterAMistake() {
		LadderReading unknown = new LadderReading(Clock.systemUTC().instant(), List.of(), List.of());
		given(this.tests.of(ORGANIZATION, LINK.fqdn())).willReturn(Optional.of(ASKED));
		given(this.links.of(ORGANIZATION)).willReturn(List.of(LINK));
		given(this.ladder.climb(LINK, true)).willThrow(new IllegalStateException("a mistake"));
		given(this.ladder.unknown(any(), any(), any())).willReturn(unknown);
		this.tester.climb(1, LINK.fqdn());
		verify(this.ladder).unknown(LINK, "exchange.console-fault", "IllegalStateException");
		verify(this.tests).end(ORGANIZATION, ASKED, unknown);
	}

	@Test
	void forgetsAClimbOfALinkThatCannotBeRead() {
		given(this.tests.of(ORGANIZATION, LINK.fqdn())).willReturn(Optional.of(ASKED));
		given(this.links.of(ORGANIZATION))
			.willThrow(RemoteFailure.withoutEffect(LINK.fqdn(), "exchange.no-password", ""));
		this.tester.climb(1, LINK.fqdn());
		verify(this.tests).forget(ORGANIZATION, LINK.fqdn());
		assertThat(ASKED.underWay()).isTrue();
	}

}

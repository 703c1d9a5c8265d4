package io.hybridge.exchange.powershell;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;

import io.hybridge.run.EnablementSettings;

import static org.assertj.core.api.Assertions.assertThat;

/** What one side may take, the other waits for. */
class DeadlinesTests {

	private final ExchangeSettings exchange = defaults("hybridge.exchange", ExchangeSettings.class);

	private final EnablementSettings journal = defaults("hybridge.enablement", EnablementSettings.class);

	@Test
	void fieldCase26ALoadedExchangeMayTakeAMinuteToOpenASession() {
		assertThat(this.exchange.openingDeadline()).hasSeconds(60);
	}

	@Test
	void theJournalLooksForALostChangeOnlyAfterExchangeHadItsTime() {
		assertThat(this.journal.callDeadline())
			.isGreaterThan(this.exchange.openingDeadline().plus(this.exchange.callDeadline()))
			.isGreaterThan(this.exchange.openingDeadline().plus(this.exchange.restartDeadline()));
	}

	private static <T> T defaults(String prefix, Class<T> type) {
		return new Binder(List.of()).bindOrCreate(prefix, Bindable.of(type));
	}

}

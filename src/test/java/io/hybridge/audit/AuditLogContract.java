package io.hybridge.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What the record promises, whatever the database. */
@Import({ AuditLog.class, AuditChain.class })
abstract class AuditLogContract {

	private static final AuditActor PETRA = AuditActor.person(7, "Petra Kern", null);

	private static final AtomicLong ORGANIZATIONS = new AtomicLong(1000);

	private final long organization = ORGANIZATIONS.incrementAndGet();

	@Autowired
	AuditLog log;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	TransactionTemplate transaction;

	@Test
	void numbersTheEntriesOfAnOrganizationFromOne() {
		append(check());
		append(check());
		assertThat(numbers()).containsExactly(1L, 2L);
	}

	@Test
	void givesTheNumberOfARolledBackEntryAgain() {
		append(check());
		this.transaction.executeWithoutResult((status) -> {
			this.log.append(check());
			status.setRollbackOnly();
		});
		append(check());
		assertThat(numbers()).containsExactly(1L, 2L);
	}

	@Test
	void refusesToRecordOutsideATransaction() {
		assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> this.log.append(check()));
	}

	@Test
	void keepsARecordThoughItsThreadIsInterruptedWhileItIsWritten() {
		try {
			this.transaction.executeWithoutResult((status) -> {
				this.log.append(check());
				Thread.currentThread().interrupt();
			});
		}
		finally {
			Thread.interrupted();
		}
		append(check());
		assertThat(numbers()).containsExactly(1L, 2L);
	}

	@Test
	void leavesNoGapWhenManyAppendToAChainThatNobodyBegan() throws Exception {
		try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
			Callable<Void> ten = () -> {
				for (int i = 0; i < 10; i++) {
					append(check());
				}
				return null;
			};
			for (Future<Void> done : pool.invokeAll(IntStream.range(0, 8).mapToObj((i) -> ten).toList())) {
				done.get();
			}
		}
		assertThat(numbers()).containsExactlyElementsOf(LongStream.rangeClosed(1, 80).boxed().toList());
	}

	@Test
	void keepsTheWholeRecordAsCanonicalText() {
		long id = append(check().on("ex1.fabrikam.com")
			.in(118)
			.paired("118-1")
			.because("CHG-20418")
			.from("10.20.4.17")
			.with("step", "OAUTH")
			.with("differences", "2")
			.seen("Täuschend \"echt\"\r\n"));
		assertThat(text(id, "canonical")).isEqualTo(
				"""
						{"actor":"Petra Kern","actorId":7,"actorType":"PERSON","address":"10.20.4.17","chain":%1$d,\
						"evidence":"Täuschend \\"echt\\"\\r\\n","format":1,"happenedAt":"2026-11-24T13:05:12Z","kind":"CHECK","number":1,\
						"organization":"Fabrikam","organizationId":%1$d,"outcome":"DONE","pair":"118-1",\
						"parameters":{"differences":"2","step":"OAUTH"},"previous":null,"reason":"CHG-20418","runId":118,\
						"server":"ex1.fabrikam.com"}"""
					.formatted(this.organization));
		assertThat(text(id, "parameters")).isEqualTo("{\"differences\":\"2\",\"step\":\"OAUTH\"}");
	}

	@Test
	void chainsEveryRecordToTheOneBeforeByItsHash() throws Exception {
		long first = append(check().seen("Zürich"));
		long second = append(check());
		byte[] bytes = text(first, "canonical").getBytes(StandardCharsets.UTF_8);
		String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		assertThat(text(first, "hash")).isEqualTo(hash);
		assertThat(text(first, "canonical")).contains("\"previous\":null");
		assertThat(text(second, "canonical")).contains("\"previous\":\"" + hash + "\"");
	}

	@Test
	void keepsTheAddressThatAPersonsRequestCameFromAndNoneOfTheConsoleOrALaterRun() {
		MockHttpServletRequest request = new MockHttpServletRequest();
		request.setRemoteAddr("2001:db8::17");
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
		try {
			assertThat(text(append(check()), "address")).isEqualTo("2001:db8::17");
			assertThat(text(append(check().from("10.0.0.1")), "address")).isEqualTo("10.0.0.1");
			assertThat(text(append(check().in(118)), "address")).isNull();
			assertThat(text(append(AuditEntry.of(AuditKind.CHECK, AuditOutcome.DONE, AuditActor.console())), "address"))
				.isNull();
		}
		finally {
			RequestContextHolder.resetRequestAttributes();
		}
		assertThat(text(append(check()), "address")).isNull();
	}

	@Test
	void keepsAWordOnceHoweverLongOrOftenItIs() {
		long id = append(
				check().with("a", "x".repeat(5000)).with("b", "tic tac ".repeat(2000)).with("c", "\0 \uD800 …"));
		assertThat(this.jdbc.sql("select count(*) from audit_word where entry = ?")
			.param(id)
			.query(Integer.class)
			.single()).isEqualTo(6);
	}

	@Test
	void recordsWhatNoDatabaseCouldKeep() {
		long id = append(AuditEntry
			.of(AuditKind.SIGN_IN, AuditOutcome.REFUSED, AuditActor.stranger("a\0b\uD800" + "x".repeat(5000)))
			.with("user\0", "\uDC00")
			.seen("\0"));
		assertThat(text(id, "actor_name")).startsWith("a\uFFFDb\uFFFDxx").hasSize(200);
		assertThat(text(id, "evidence")).isEqualTo("\uFFFD");
	}

	private AuditEntry check() {
		return AuditEntry.of(AuditKind.CHECK, AuditOutcome.DONE, PETRA).about(this.organization, "Fabrikam");
	}

	private long append(AuditEntry entry) {
		return this.transaction.execute((status) -> this.log.append(entry));
	}

	private List<Long> numbers() {
		return this.jdbc.sql("select number from audit_entry where organization_id = ? order by id")
			.param(this.organization)
			.query(Long.class)
			.list();
	}

	private String text(long id, String column) {
		return this.jdbc.sql("select " + column + " from audit_entry where id = ?")
			.param(id)
			.query(String.class)
			.optional()
			.orElse(null);
	}

}

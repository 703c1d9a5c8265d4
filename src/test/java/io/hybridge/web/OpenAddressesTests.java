package io.hybridge.web;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

class OpenAddressesTests {

	private final AtomicInteger looks = new AtomicInteger();

	private final OpenAddresses addresses = new OpenAddresses(new ObjectProvider<>() {
		@Override
		public Stream<RequestMappingHandlerMapping> stream() {
			OpenAddressesTests.this.looks.incrementAndGet();
			return Stream.empty();
		}
	});

	@Test
	void looksForNoPageAtAnAddressThatIsLongerThanAnyOfOurs() {
		String address = "/a".repeat(5_000);
		assertThat(this.addresses.nearest(address)).isEqualTo("/");
		assertThat(this.addresses.form(address)).isEqualTo("/");
		assertThat(this.looks).hasValue(0);
	}

	@Test
	void looksAtAnAddressOfTheLengthThatOursHave() {
		this.addresses.nearest("/a/b");
		assertThat(this.looks).hasValue(2);
		this.addresses.nearest("/" + "x".repeat(299));
		assertThat(this.looks).hasValue(3);
	}

}

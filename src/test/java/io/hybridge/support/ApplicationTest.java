package io.hybridge.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A test of the whole console by requests, on H2, without a port. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(properties = { "hybridge.lab.enabled=false", "spring.jpa.hibernate.ddl-auto=validate" })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TemporaryData.class)
@Import(TestClock.class)
@ExtendWith(TestClock.Reset.class)
public @interface ApplicationTest {

}

package io.hybridge.organization;

import org.springframework.test.context.TestPropertySource;

import io.hybridge.support.OnH2;

/** Where whoever waits for a row gives up no sooner than on PostgreSQL. */
@OnH2
@TestPropertySource(properties = "spring.datasource.hikari.connection-init-sql=set lock_timeout 600000")
class SignInMeanwhileOnH2Tests extends SignInMeanwhileContract {

}

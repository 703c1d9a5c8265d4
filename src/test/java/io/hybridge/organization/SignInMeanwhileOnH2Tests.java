package io.hybridge.organization;

import org.springframework.test.context.TestPropertySource;

import io.hybridge.support.OnH2;

@OnH2
@TestPropertySource(properties = OnH2.PATIENT)
class SignInMeanwhileOnH2Tests extends SignInMeanwhileContract {

}

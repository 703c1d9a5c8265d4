package io.hybridge.run;

import org.springframework.test.context.TestPropertySource;

import io.hybridge.support.OnH2;

@OnH2
@TestPropertySource(properties = OnH2.PATIENT)
class LeasesOnH2Tests extends LeasesContract {

}

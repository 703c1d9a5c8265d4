package io.hybridge.organization;

import io.hybridge.support.OnH2;

@OnH2
class RegistrationOnH2Tests extends RegistrationContract {

}

package io.hybridge.security.account;

import io.hybridge.support.OnH2;

@OnH2
class AccountOnH2Tests extends AccountContract {

}

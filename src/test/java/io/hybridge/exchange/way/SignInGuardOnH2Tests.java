package io.hybridge.exchange.way;

import io.hybridge.support.OnH2;

@OnH2
class SignInGuardOnH2Tests extends SignInGuardContract {

}

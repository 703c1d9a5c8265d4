package io.hybridge.organization;

import io.hybridge.support.OnH2;

@OnH2
class RemovalOnH2Tests extends RemovalContract {

}

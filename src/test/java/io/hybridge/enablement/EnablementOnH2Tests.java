package io.hybridge.enablement;

import io.hybridge.support.OnH2;

@OnH2
class EnablementOnH2Tests extends EnablementContract {

}

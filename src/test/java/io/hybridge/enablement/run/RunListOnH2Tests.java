package io.hybridge.enablement.run;

import io.hybridge.support.OnH2;

@OnH2
class RunListOnH2Tests extends RunListContract {

}

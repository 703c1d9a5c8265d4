package io.hybridge.run;

import io.hybridge.support.OnH2;

@OnH2
class RunsOnH2Tests extends RunsContract {

}

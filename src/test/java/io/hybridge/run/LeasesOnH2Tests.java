package io.hybridge.run;

import io.hybridge.support.OnH2;

@OnH2
class LeasesOnH2Tests extends LeasesContract {

}

package io.hybridge.run.probe;

import io.hybridge.support.OnH2;

@OnH2
class ProbeResultsOnH2Tests extends ProbeResultsContract {

}

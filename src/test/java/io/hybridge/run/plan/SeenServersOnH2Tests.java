package io.hybridge.run.plan;

import io.hybridge.support.OnH2;

@OnH2
class SeenServersOnH2Tests extends SeenServersContract {

}

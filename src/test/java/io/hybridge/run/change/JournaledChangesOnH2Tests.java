package io.hybridge.run.change;

import io.hybridge.support.OnH2;

@OnH2
class JournaledChangesOnH2Tests extends JournaledChangesContract {

}

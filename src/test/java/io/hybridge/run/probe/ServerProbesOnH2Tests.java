package io.hybridge.run.probe;

import io.hybridge.support.OnH2;

@OnH2
class ServerProbesOnH2Tests extends ServerProbesContract {

}

package io.hybridge.run.status;

import io.hybridge.support.OnH2;

@OnH2
class StepStatusesOnH2Tests extends StepStatusesContract {

}

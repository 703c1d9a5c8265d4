package io.hybridge.run.plan;

import io.hybridge.support.OnH2;

@OnH2
class StepStatusUpdaterOnH2Tests extends StepStatusUpdaterContract {

}

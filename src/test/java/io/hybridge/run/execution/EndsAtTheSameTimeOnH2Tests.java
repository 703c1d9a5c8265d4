package io.hybridge.run.execution;

import io.hybridge.support.OnH2;

@OnH2
class EndsAtTheSameTimeOnH2Tests extends EndsAtTheSameTimeContract {

}

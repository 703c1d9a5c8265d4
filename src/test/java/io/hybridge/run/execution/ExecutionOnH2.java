package io.hybridge.run.execution;

import io.hybridge.support.OnH2;

/** Runs are worked off for real, on the product's own database, against fake sides. */
@OnH2
abstract class ExecutionOnH2 extends ExecutionFixture {

}

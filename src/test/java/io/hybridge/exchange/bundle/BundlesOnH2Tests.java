package io.hybridge.exchange.bundle;

import io.hybridge.support.OnH2;

@OnH2
class BundlesOnH2Tests extends BundlesContract {

}

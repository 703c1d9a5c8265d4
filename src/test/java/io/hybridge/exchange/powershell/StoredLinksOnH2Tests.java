package io.hybridge.exchange.powershell;

import io.hybridge.support.OnH2;

@OnH2
class StoredLinksOnH2Tests extends StoredLinksContract {

}

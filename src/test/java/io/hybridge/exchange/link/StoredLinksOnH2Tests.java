package io.hybridge.exchange.link;

import io.hybridge.support.OnH2;

@OnH2
class StoredLinksOnH2Tests extends StoredLinksContract {

}

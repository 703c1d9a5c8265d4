package io.hybridge.database;

import io.hybridge.support.OnH2;

@OnH2
class StorableColumnsOnH2Tests extends StorableColumnsContract {

}

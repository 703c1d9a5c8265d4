package io.hybridge.audit;

import io.hybridge.support.OnH2;

@OnH2
class AuditEntriesOnH2Tests extends AuditEntriesContract {

}

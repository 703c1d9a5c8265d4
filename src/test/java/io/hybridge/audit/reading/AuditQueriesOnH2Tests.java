package io.hybridge.audit.reading;

import io.hybridge.support.OnH2;

@OnH2
class AuditQueriesOnH2Tests extends AuditQueriesContract {

}

package io.hybridge.audit;

import io.hybridge.support.OnH2;

@OnH2
class AuditLogOnH2Tests extends AuditLogContract {

}

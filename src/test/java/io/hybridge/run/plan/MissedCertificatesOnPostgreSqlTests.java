package io.hybridge.run.plan;

import io.hybridge.support.OnPostgreSql;

@OnPostgreSql
class MissedCertificatesOnPostgreSqlTests extends MissedCertificatesContract {

}

package io.hybridge.run.probe;

import io.hybridge.support.OnPostgreSql;

@OnPostgreSql
class ServerProbesOnPostgreSqlTests extends ServerProbesContract {

}

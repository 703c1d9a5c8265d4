package io.hybridge.run.change;

import io.hybridge.support.OnPostgreSql;

@OnPostgreSql
class JournaledChangesOnPostgreSqlTests extends JournaledChangesContract {

}

package io.hybridge.run.change;

import io.hybridge.support.OnPostgreSql;

@OnPostgreSql
class JournalOnPostgreSqlTests extends JournalContract {

}

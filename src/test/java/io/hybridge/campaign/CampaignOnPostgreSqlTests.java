package io.hybridge.campaign;

import io.hybridge.support.OnPostgreSql;

@OnPostgreSql
class CampaignOnPostgreSqlTests extends CampaignContract {

	@Override
	String database() {
		return "PostgreSQL";
	}

}

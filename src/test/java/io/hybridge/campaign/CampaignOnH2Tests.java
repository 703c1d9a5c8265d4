package io.hybridge.campaign;

import io.hybridge.support.OnH2;

@OnH2
class CampaignOnH2Tests extends CampaignContract {

	@Override
	String database() {
		return "H2";
	}

}

package io.hybridge.monitoring;

import io.hybridge.support.OnH2;

@OnH2
class OrganizationOverviewOnH2Tests extends OrganizationOverviewContract {

}

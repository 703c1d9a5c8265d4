package io.hybridge.organization;

import io.hybridge.support.OnH2;

@OnH2
class OrganizationCareOnH2Tests extends OrganizationCareContract {

}

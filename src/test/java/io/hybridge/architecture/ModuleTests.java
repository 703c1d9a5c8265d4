package io.hybridge.architecture;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

import io.hybridge.HybridgeApplication;

class ModuleTests {

	@Test
	void modulesUseOnlyWhatTheyDeclare() {
		ApplicationModules.of(HybridgeApplication.class).verify();
	}

}

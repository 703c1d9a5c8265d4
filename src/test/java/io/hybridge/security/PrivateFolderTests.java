package io.hybridge.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

@DisabledOnOs(OS.WINDOWS)
class PrivateFolderTests {

	@TempDir
	Path parent;

	@Test
	void isClosedBeforeAnythingIsOpenedInIt() {
		Path folder = this.parent.resolve("data");
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(FirstToOpenIt.class)
			.web(WebApplicationType.NONE)
			.run("--hybridge.data=" + folder, "--spring.main.banner-mode=off")) {
			assertThat(context.getBean("permissions")).isEqualTo("rwx------");
		}
	}

	@Test
	void closesAFolderThatStoodOpenAndLeavesTheOneAround() throws IOException {
		Files.setPosixFilePermissions(this.parent, PosixFilePermissions.fromString("rwxr-xr-x"));
		Path folder = Files.createDirectory(this.parent.resolve("data"),
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
		PrivateFolder.close(folder);
		assertThat(permissions(folder)).isEqualTo("rwx------");
		assertThat(permissions(this.parent)).isEqualTo("rwxr-xr-x");
	}

	private static String permissions(Path folder) {
		try {
			return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class FirstToOpenIt {

		@Bean
		String permissions(Environment environment) {
			return PrivateFolderTests.permissions(Path.of(environment.getProperty("hybridge.data")));
		}

	}

}

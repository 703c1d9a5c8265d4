package io.hybridge.security.secret;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OwnerOnlyFolderTests {

	@TempDir
	Path home;

	@Test
	void isMadeForItsOwnerOnly() throws Exception {
		Path folder = this.home.resolve("some/data");
		make(folder);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
	}

	@Test
	void leavesAFolderThatIsThere() throws Exception {
		Path folder = Files.createDirectory(this.home.resolve("data"));
		Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
		Files.writeString(folder.resolve("key"), "kept");
		make(folder);
		assertThat(folder.resolve("key")).hasContent("kept");
	}

	@ParameterizedTest
	@ValueSource(strings = { "rwxr-x---", "rwx---r-x", "rwx-----x", "rwxrwxrwx" })
	void usesNoFolderThatIsOpenToOthersAlsoWhereItWasThereBefore(String permissions) throws Exception {
		Path folder = Files.createDirectory(this.home.resolve("data"));
		Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
		assertThatExceptionOfType(OwnerOnlyFolder.OpenToOthers.class).isThrownBy(() -> make(folder))
			.satisfies((failure) -> assertThat(new KeyFileAnalyzer().analyze(failure).getAction())
				.startsWith("Take the permission away: chmod 700 " + folder + "."));
	}

	/** No container engine builds it here. */
	@Test
	void theImageMakesItForItsAccountOnly() throws Exception {
		assertThat(Files.readString(Path.of("Dockerfile"))).contains("install -d -m 700 -o hybridge /data")
			.doesNotContain("mkdir /data");
	}

	@Test
	void saysInOneSentenceWhatIsInTheWay() throws Exception {
		Path file = Files.writeString(this.home.resolve("data"), "a file");
		assertThatExceptionOfType(OwnerOnlyFolder.NotMade.class).isThrownBy(() -> make(file))
			.satisfies((failure) -> assertThat(new OwnerOnlyFolderAnalyzer().analyze(failure).getDescription())
				.isEqualTo("The data folder %s cannot be created.".formatted(file)));
	}

	private static void make(Path folder) {
		OwnerOnlyFolder made = new OwnerOnlyFolder();
		made.setEnvironment(new MockEnvironment().withProperty("hybridge.data", folder.toString()));
		made.postProcessBeanFactory(null);
	}

}

package io.hybridge;

import java.util.Arrays;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

import io.hybridge.database.BackupCommand;
import io.hybridge.lab.world.LabProcess;

/**
 * Starts the console, or what the first argument names: the lab alone, or a backup of the
 * database made or put back.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HybridgeApplication {

	public static void main(String[] args) {
		if (args.length > 0 && "lab".equals(args[0])) {
			LabProcess.run(Arrays.copyOfRange(args, 1, args.length));
			return;
		}
		if (args.length > 0 && BackupCommand.knows(args[0])) {
			System.exit(BackupCommand.run(System.out, args));
		}
		SpringApplication.run(HybridgeApplication.class, args);
	}

}

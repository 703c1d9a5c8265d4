package io.hybridge;

import java.util.Arrays;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

import io.hybridge.lab.world.LabProcess;

/** Starts the console, or with {@code lab} as first argument the lab alone. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HybridgeApplication {

	public static void main(String[] args) {
		if (args.length > 0 && "lab".equals(args[0])) {
			LabProcess.run(Arrays.copyOfRange(args, 1, args.length));
			return;
		}
		SpringApplication.run(HybridgeApplication.class, args);
	}

}

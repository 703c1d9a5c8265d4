package io.hybridge;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the console. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HybridgeApplication {

	public static void main(String[] args) {
		SpringApplication.run(HybridgeApplication.class, args);
	}

}

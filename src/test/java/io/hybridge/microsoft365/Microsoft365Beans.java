package io.hybridge.microsoft365;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.stereotype.Controller;

import io.hybridge.remote.KeyFolder;

/** The whole half of Microsoft 365 without its pages. */
@TestConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties({ UnattendedReading.class, KeyFolder.class })
@ComponentScan(basePackageClasses = Microsoft365.class, excludeFilters = { @Filter(Controller.class),
		@Filter(type = FilterType.REGEX, pattern = ".*(Tests|Beans|registration.RegisteredApplication).*") })
public class Microsoft365Beans {

}

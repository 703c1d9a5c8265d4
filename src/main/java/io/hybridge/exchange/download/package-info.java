/** The scripts that do by hand what a step does, to read and to take away. */
@NamedInterface("download")
package io.hybridge.exchange.download;

import org.springframework.modulith.NamedInterface;

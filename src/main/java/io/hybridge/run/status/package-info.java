/**
 * How the steps of an organization stand: a small table that runs keep and pages read.
 */
@NamedInterface("status")
package io.hybridge.run.status;

import org.springframework.modulith.NamedInterface;

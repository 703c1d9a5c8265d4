/** What works a run off: check, apply and verify, and how each pauses and ends. */
@NamedInterface("execution")
package io.hybridge.run.execution;

import org.springframework.modulith.NamedInterface;

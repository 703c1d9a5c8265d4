/** What a read-back of one change looks at, and what it says. */
@NamedInterface("readback")
package io.hybridge.step.readback;

import org.springframework.modulith.NamedInterface;

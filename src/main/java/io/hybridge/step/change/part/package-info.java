/** What a kind of change is made of: values to show, the command, the remote call. */
@NamedInterface("part")
package io.hybridge.step.change.part;

import org.springframework.modulith.NamedInterface;

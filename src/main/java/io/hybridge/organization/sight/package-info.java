/** The organizations that the person who asks may see. */
@NamedInterface("sight")
package io.hybridge.organization.sight;

import org.springframework.modulith.NamedInterface;

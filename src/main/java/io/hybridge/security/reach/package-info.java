/** What the right of an account is limited to, and how that is typed and kept. */
@NamedInterface("reach")
package io.hybridge.security.reach;

import org.springframework.modulith.NamedInterface;

/** Where this console is reached, as its settings say. */
@NamedInterface("address")
package io.hybridge.security.address;

import org.springframework.modulith.NamedInterface;

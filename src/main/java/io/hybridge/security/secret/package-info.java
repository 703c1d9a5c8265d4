/**
 * What the console keeps encrypted, and the folder and the key file that only its owner
 * may read.
 */
@NamedInterface("secret")
package io.hybridge.security.secret;

import org.springframework.modulith.NamedInterface;

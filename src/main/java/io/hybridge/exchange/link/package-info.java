/**
 * How one server is reached: by which way, at which address, with whose word for its
 * identity, and as whom.
 */
@NamedInterface("link")
package io.hybridge.exchange.link;

import org.springframework.modulith.NamedInterface;

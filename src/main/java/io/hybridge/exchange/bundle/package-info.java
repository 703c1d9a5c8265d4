/**
 * How a script gets to a server by hand: a person carries a bundle there and brings the
 * answers back.
 */
@NamedInterface("bundle")
package io.hybridge.exchange.bundle;

import org.springframework.modulith.NamedInterface;

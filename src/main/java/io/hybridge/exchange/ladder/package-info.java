/** The rungs of a connection, from the server's name to the rights of the account. */
@NamedInterface("ladder")
package io.hybridge.exchange.ladder;

import org.springframework.modulith.NamedInterface;

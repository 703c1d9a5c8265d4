package io.hybridge.security.passkey;

import java.time.Instant;

/**
 * One of an account, as its owner sees it.
 *
 * @param id of its row
 * @param name that its owner gave it
 * @param added when
 * @param used when last; null before
 * @param copied when it was seen that somebody may have copied it; null else
 */
public record Passkey(long id, String name, Instant added, Instant used, Instant copied) {
}

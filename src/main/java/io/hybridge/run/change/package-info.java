/**
 * The journal: what is intended before each remote effect, what came of it, and the one
 * place from where a change is sent.
 */
@NamedInterface("change")
package io.hybridge.run.change;

import org.springframework.modulith.NamedInterface;

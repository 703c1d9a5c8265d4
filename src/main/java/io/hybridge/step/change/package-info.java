/**
 * One file for each kind of change: what it is, where, old and new, how it is read back
 * and taken back.
 */
@NamedInterface("change")
package io.hybridge.step.change;

import org.springframework.modulith.NamedInterface;

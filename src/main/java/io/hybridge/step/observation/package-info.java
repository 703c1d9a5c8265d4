/**
 * What one look saw of both sides; not seen is a result, never taken for "not there".
 */
@NamedInterface("observation")
package io.hybridge.step.observation;

import org.springframework.modulith.NamedInterface;

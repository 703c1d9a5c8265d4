/**
 * Sentences and times in the language and the zone of the person looking, and the parts
 * that a page sets apart in them.
 */
@NamedInterface("text")
package io.hybridge.web.text;

import org.springframework.modulith.NamedInterface;

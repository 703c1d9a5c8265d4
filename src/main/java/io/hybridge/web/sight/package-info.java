/** Which organizations a person may see, decided in one place for every statement. */
@NamedInterface("sight")
package io.hybridge.web.sight;

import org.springframework.modulith.NamedInterface;

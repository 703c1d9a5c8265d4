/** What a step is measured against, and what it concludes. */
@NamedInterface("examination")
package io.hybridge.step.examination;

import org.springframework.modulith.NamedInterface;

/**
 * From a look to a plan: what was seen, what an organization should come to, and what a
 * person may apply.
 */
@NamedInterface("plan")
package io.hybridge.run.plan;

import org.springframework.modulith.NamedInterface;

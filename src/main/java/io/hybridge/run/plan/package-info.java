/**
 * From a look to a plan: what an organization should come to, how its steps stand, and
 * what a person may apply.
 */
@NamedInterface("plan")
package io.hybridge.run.plan;

import org.springframework.modulith.NamedInterface;

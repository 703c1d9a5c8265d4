/**
 * The lab put together: an Exchange organization, a Microsoft 365 tenant and a phone, and
 * the endpoint that controls them.
 */
@NamedInterface("world")
package io.hybridge.lab.world;

import org.springframework.modulith.NamedInterface;

/** The fixed catalogue of scripts, and how one is called and answers. */
@NamedInterface("powershell")
package io.hybridge.exchange.powershell;

import org.springframework.modulith.NamedInterface;

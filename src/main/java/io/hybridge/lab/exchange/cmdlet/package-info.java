/** What the lab's cmdlets do. */
package io.hybridge.lab.exchange.cmdlet;

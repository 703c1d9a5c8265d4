/**
 * Which scripts the lab's servers accept, and the two engines that run them.
 */
package io.hybridge.lab.exchange.script;

/** Which scripts the lab's servers accept, and the engines that run them. */
package io.hybridge.lab.exchange.script;

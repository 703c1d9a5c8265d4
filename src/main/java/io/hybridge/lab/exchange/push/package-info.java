/**
 * What a mailbox server does to hand a notification on: sign an assertion, get a token,
 * call the push endpoint.
 */
package io.hybridge.lab.exchange.push;

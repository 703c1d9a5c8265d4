/**
 * A Microsoft 365 tenant over HTTPS: discovery, sign-in by device code, the token service
 * for servers, Microsoft Graph and the push endpoint. One address stands in for all of
 * Microsoft's hosts; which part answers is told by the path alone.
 * <p>
 * The push message has no published format. This is the lab's own:
 * {@code POST /PushNotifications} with
 * <code>{"kind":"probe","server":"ex1.fabrikam.com"}</code> (changes nothing) or
 * <code>{"kind":"message","mailbox":"user@fabrikam.com"}</code> (raises the badge),
 * answered with 200 and <code>{"accepted":true}</code>.
 */
package io.hybridge.lab.tenant;

/** How an administrator of a tenant signs in, and how long the token is kept. */
@NamedInterface("signin")
package io.hybridge.microsoft365.signin;

import org.springframework.modulith.NamedInterface;

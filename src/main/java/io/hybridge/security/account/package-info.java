/** Who may come in and what they may do: accounts, roles, names and passwords. */
@NamedInterface("account")
package io.hybridge.security.account;

import org.springframework.modulith.NamedInterface;

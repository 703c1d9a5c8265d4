/**
 * The checks of the step OAuth: which certificate signs now and next, which auth server
 * stands for the tenant, whether the tenant knows the key.
 */
package io.hybridge.step.oauth;

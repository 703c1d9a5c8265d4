/**
 * What an administrator does with the accounts of others, and how an invited person gets
 * one.
 */
package io.hybridge.security.user;

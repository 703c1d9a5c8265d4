/** Whether everybody needs a second factor, and what becomes of who has none. */
package io.hybridge.security.demand;

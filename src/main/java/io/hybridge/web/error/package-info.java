/**
 * What a person is told when a page cannot be shown.
 */
package io.hybridge.web.error;

/** Organizations under one name, and how they are named in a form. */
package io.hybridge.organization.group;

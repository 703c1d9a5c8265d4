/**
 * The phone of the lab: an icon with a badge.
 */
package io.hybridge.lab.phone;

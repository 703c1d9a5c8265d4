/** The phone of the lab's world: an icon with a badge. */
package io.hybridge.lab.phone;

/** The lab's Exchange organization, reached through its endpoints. */
package io.hybridge.lab.exchange;

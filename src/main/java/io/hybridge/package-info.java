/** The console: what starts it, and one room for each thing that it does. */
package io.hybridge;

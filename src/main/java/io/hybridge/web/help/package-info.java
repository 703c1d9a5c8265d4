/**
 * What the words of the console mean: a page with a sentence for each, and links to it
 * where a word first stands.
 */
package io.hybridge.web.help;

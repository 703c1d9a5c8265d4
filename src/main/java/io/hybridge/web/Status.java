package io.hybridge.web;

/**
 * How a thing stands: the icon and color of a fixed word, with the text beside them.
 *
 * @param word gives icon and color
 * @param text in the reader's language
 */
public record Status(StatusWords.Word word, String text) {

}

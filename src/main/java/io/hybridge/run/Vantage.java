package io.hybridge.run;

/**
 * From where and after what a look was begun, in numbers of its organization; no clock
 * decides which of two looks is the newer one.
 *
 * @param destination to which the connection led
 * @param built which state of what is built it could see
 * @param look which look of the organization it is
 */
public record Vantage(long destination, long built, long look) {
}

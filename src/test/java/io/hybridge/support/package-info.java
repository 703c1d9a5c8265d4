/**
 * What tests share.
 * <ul>
 * <li>{@link io.hybridge.support.PersistenceTest}: a slice with the repositories, Flyway
 * and a clock to be set. Write the promises in an abstract {@code …Contract} and let two
 * classes inherit it, one with {@link io.hybridge.support.OnH2}, one with
 * {@link io.hybridge.support.OnPostgreSql}. Import the components you need.</li>
 * <li>{@link io.hybridge.support.ApplicationTest}: the whole console with
 * {@code MockMvc}.</li>
 * <li>Both have a data folder of their own ({@code hybridge.data}) and a
 * {@link io.hybridge.support.MutableClock} that starts each test at
 * {@code 2026-11-24T13:05:12Z}.</li>
 * </ul>
 */
package io.hybridge.support;

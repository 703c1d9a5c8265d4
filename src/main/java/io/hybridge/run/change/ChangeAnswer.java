package io.hybridge.run.change;

import java.util.List;

import io.hybridge.exchange.ExchangeAnswer;

/**
 * What a side answered to a change.
 *
 * @param by who answered
 * @param fields the cmdlet's record, may be empty
 * @param requestId Microsoft's id of the request, or empty
 * @param evidence word for word
 */
public record ChangeAnswer(String by, List<ExchangeAnswer.Field> fields, String requestId, String evidence) {
}

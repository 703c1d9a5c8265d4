/**
 * What our templates can say beside Thymeleaf's own attributes: hy:icon, hy:status,
 * hy:sentence, hy:within.
 */
package io.hybridge.web.dialect;

/**
 * What our templates can say beside Thymeleaf's own attributes: hy:icon, hy:status,
 * hy:sentence.
 */
package io.hybridge.web.dialect;

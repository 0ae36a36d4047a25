package dev.vigia.connect.mapping;

/**
 * Why a row could not be mapped.
 *
 * @param reason a short code, such as {@code does-not-fit}
 * @param detail in words that name the field and the value; never a customer in clear
 * @param where file, line and field, such as {@code odoo.yaml:14 quantity}
 */
public record Refusal(String reason, String detail, String where) {}

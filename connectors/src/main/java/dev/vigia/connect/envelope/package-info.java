/** Change events as Debezium makes them, turned into changes of rows: the same whether its engine or a topic says them. */
@NullMarked
package dev.vigia.connect.envelope;

import org.jspecify.annotations.NullMarked;

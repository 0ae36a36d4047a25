/** What PostgreSQL says of its tables and what lies in them, read over JDBC; its log is read elsewhere. */
@NullMarked
package dev.vigia.connect.postgres;

import org.jspecify.annotations.NullMarked;

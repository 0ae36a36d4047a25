/** What a source says, whatever it is: tables and their columns, rows, and changes of rows. */
@NullMarked
package dev.vigia.connect.row;

import org.jspecify.annotations.NullMarked;

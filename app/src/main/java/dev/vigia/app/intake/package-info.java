/** The ways in, as the local stack runs them: the company's databases captured, its machines listened to. */
@NullMarked
package dev.vigia.app.intake;

import org.jspecify.annotations.NullMarked;

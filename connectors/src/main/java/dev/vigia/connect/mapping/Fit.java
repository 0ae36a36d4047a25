package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.Reason;
import dev.vigia.connect.expression.RefusedException;
import dev.vigia.connect.expression.Term;
import dev.vigia.connect.expression.Trait;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Makes numbers fit a field: what was computed is rounded half-even, other digits must fit as they are.
 *
 * @param term that gives the numbers
 */
record Fit(Term term) {

    BigDecimal decimal(BigDecimal value, int precision, int scale) {
        var fitted = scaled(value, scale);
        if (fitted.precision() > precision) {
            throw unfit(value, "has more than " + (precision - scale) + " digits before the point");
        }
        return fitted;
    }

    long whole(BigDecimal value, long most) {
        var fitted = scaled(value, 0);
        if (fitted.abs().compareTo(BigDecimal.valueOf(most)) > 0) {
            throw unfit(value, "is too large");
        }
        return fitted.longValueExact();
    }

    double real(BigDecimal value) {
        double real = value.doubleValue();
        if (!Double.isFinite(real)) {
            throw unfit(value, "is too large");
        }
        return real;
    }

    private BigDecimal scaled(BigDecimal value, int scale) {
        if (value.scale() <= scale) {
            return value.setScale(scale);
        }
        var fitted = value.setScale(scale, RoundingMode.HALF_EVEN);
        if (!term.is(Trait.COMPUTED) && fitted.compareTo(value) != 0) {
            throw unfit(value, "has more than " + scale + " decimals");
        }
        return fitted;
    }

    private RefusedException unfit(BigDecimal value, String why) {
        return new RefusedException(Reason.DOES_NOT_FIT, term.shown(value) + " " + why);
    }
}

package dev.vigia.connect.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Arithmetic that gives what PostgreSQL gives: sums and products are exact, what never ends has 30 decimals. */
public final class Numbers {

    /** Decimals of quotients and powers. */
    static final int DECIMALS = 30;

    /** As a term of a sum it makes PostgreSQL keep as many decimals. */
    static final String ZERO_SQL = "0." + "0".repeat(DECIMALS);

    private static final int LARGEST_SCALE = 1000;
    private static final int LARGEST_BITS = 4000;
    private static final BigDecimal LARGEST_POWER = new BigDecimal(200);
    private static final MathContext WIDE = new MathContext(140);
    private static final int HALVINGS = 8;

    private Numbers() {}

    /** Refuses numbers so large or long that computing with them would take forever. */
    static BigDecimal sane(BigDecimal number) {
        if (Math.abs(number.scale()) > LARGEST_SCALE || number.unscaledValue().bitLength() > LARGEST_BITS) {
            throw new RefusedException(Reason.OUT_OF_RANGE, "the number is absurdly large or long");
        }
        return number;
    }

    static BigDecimal divide(BigDecimal left, BigDecimal right) {
        if (right.signum() == 0) {
            throw new RefusedException(Reason.ARITHMETIC, "division by zero");
        }
        return left.divide(right, DECIMALS, RoundingMode.HALF_UP);
    }

    /** e to the power of x, to 30 decimals: halved until small, Taylor's series, squared back. */
    static BigDecimal exp(BigDecimal x) {
        if (x.abs().compareTo(LARGEST_POWER) > 0) {
            if (x.signum() < 0) {
                return BigDecimal.ZERO;
            }
            throw new RefusedException(Reason.ARITHMETIC, "exp of more than " + LARGEST_POWER);
        }
        var power = series(x.divide(BigDecimal.valueOf(1L << HALVINGS), WIDE));
        for (int i = 0; i < HALVINGS; i++) {
            power = power.multiply(power, WIDE);
        }
        return power.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal series(BigDecimal x) {
        var sum = BigDecimal.ONE;
        var term = BigDecimal.ONE;
        for (int n = 1; term.signum() != 0 && term.scale() - term.precision() < WIDE.getPrecision(); n++) {
            term = term.multiply(x, WIDE).divide(BigDecimal.valueOf(n), WIDE);
            sum = sum.add(term, WIDE);
        }
        return sum;
    }

    /** As text, without zeros at the end: 42.00 and 42 are one key. */
    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}

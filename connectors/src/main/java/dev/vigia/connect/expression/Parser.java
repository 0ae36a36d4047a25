package dev.vigia.connect.expression;

import dev.vigia.connect.expression.Expression.Binary;
import dev.vigia.connect.expression.Expression.Case;
import dev.vigia.connect.expression.Expression.Constant;
import dev.vigia.connect.expression.Expression.When;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads an expression: loosest first, or, and, not, comparisons, ||, + and −, × and ÷, signs. */
public final class Parser {

    /** Enough for people, and far from what would overflow the stack. */
    private static final int DEEPEST = 100;

    private static final Map<String, Operator> COMPARISONS = Map.of(
            "=", Operator.EQUAL,
            "<>", Operator.UNEQUAL,
            "<", Operator.LESS,
            "<=", Operator.AT_MOST,
            ">", Operator.GREATER,
            ">=", Operator.AT_LEAST);
    private static final Map<String, Operator> SUMS = Map.of("+", Operator.PLUS, "-", Operator.MINUS);
    private static final Map<String, Operator> PRODUCTS = Map.of("*", Operator.TIMES, "/", Operator.DIVIDED);

    private final List<Token> tokens;
    private int next;
    private int depth;

    private Parser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The expression that a text says. */
    public static Expression parse(String text) {
        var parser = new Parser(Lexer.cut(text));
        var read = parser.either();
        if (parser.peek().sort() != Token.Sort.END) {
            throw parser.unexpected("an operator or the end");
        }
        return read;
    }

    private Expression either() {
        if (++depth > DEEPEST) {
            throw new WrongExpressionException("parts stand in each other more than " + DEEPEST + " deep");
        }
        var left = both();
        while (accept("or")) {
            left = new Binary(Operator.OR, left, both());
        }
        depth--;
        return left;
    }

    private Expression both() {
        var left = negation();
        while (accept("and")) {
            left = new Binary(Operator.AND, left, negation());
        }
        return left;
    }

    private Expression negation() {
        int nots = 0;
        while (accept("not")) {
            nots++;
        }
        var compared = comparison();
        return nots % 2 == 1 ? new Expression.Not(compared) : compared;
    }

    private Expression comparison() {
        var left = joined();
        if (accept("is")) {
            boolean negated = accept("not");
            expect("null");
            return new Expression.IsNull(left, negated);
        }
        if (peek().is("in") || (peek().is("not") && tokens.get(next + 1).is("in"))) {
            boolean negated = accept("not");
            expect("in");
            return new Expression.In(left, list(), negated);
        }
        var operator = operator(COMPARISONS);
        return operator == null ? left : new Binary(operator, left, joined());
    }

    private Expression joined() {
        var left = sum();
        while (accept("||")) {
            left = new Binary(Operator.JOIN, left, sum());
        }
        return left;
    }

    private Expression sum() {
        var left = product();
        for (var operator = operator(SUMS); operator != null; operator = operator(SUMS)) {
            left = new Binary(operator, left, product());
        }
        return left;
    }

    private Expression product() {
        var left = signed();
        for (var operator = operator(PRODUCTS); operator != null; operator = operator(PRODUCTS)) {
            left = new Binary(operator, left, signed());
        }
        return left;
    }

    private Expression signed() {
        boolean negative = false;
        while (peek().is("-") || peek().is("+")) {
            negative ^= take().is("-");
        }
        var value = value();
        if (!negative) {
            return value;
        }
        return value instanceof Constant constant && constant.value() instanceof BigDecimal number
                ? new Constant(number.negate())
                : new Expression.Negative(value);
    }

    private Expression value() {
        var token = take();
        return switch (token.sort()) {
            case NUMBER -> new Constant(new BigDecimal(token.text()));
            case TEXT -> new Constant(token.text());
            case QUOTED_NAME -> column(token);
            case NAME -> named(token);
            case SYMBOL, END -> {
                next--;
                if (accept("(")) {
                    var inner = either();
                    expect(")");
                    yield inner;
                }
                throw unexpected("a column, a number, text or a function");
            }
        };
    }

    private Expression named(Token token) {
        if (token.is("case")) {
            return cases();
        }
        if (token.is("true") || token.is("false")) {
            return new Constant(token.is("true"));
        }
        if (token.is("null")) {
            return new Constant(null);
        }
        if (token.isKeyword()) {
            next--;
            throw unexpected("a column, a number, text or a function");
        }
        return peek().is("(") ? new Expression.Call(token.text(), list()) : column(token);
    }

    private Expression column(Token first) {
        if (!accept(".")) {
            return new Expression.Column(null, first.text());
        }
        var name = take();
        if (!Set.of(Token.Sort.NAME, Token.Sort.QUOTED_NAME).contains(name.sort())) {
            next--;
            throw unexpected("a column of " + first.text());
        }
        return new Expression.Column(first.text(), name.text());
    }

    private Expression cases() {
        var subject = peek().is("when") ? null : either();
        var whens = new ArrayList<When>();
        expect("when");
        do {
            var condition = either();
            expect("then");
            whens.add(new When(subject == null ? condition : new Binary(Operator.EQUAL, subject, condition), either()));
        } while (accept("when"));
        var otherwise = accept("else") ? either() : new Constant(null);
        expect("end");
        return new Case(whens, otherwise);
    }

    private List<Expression> list() {
        expect("(");
        var read = new ArrayList<Expression>();
        if (accept(")")) {
            return read;
        }
        do {
            read.add(either());
        } while (accept(","));
        expect(")");
        return read;
    }

    private @Nullable Operator operator(Map<String, Operator> known) {
        var operator = peek().sort() == Token.Sort.SYMBOL ? known.get(peek().text()) : null;
        if (operator != null) {
            next++;
        }
        return operator;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        return tokens.get(next++);
    }

    private boolean accept(String word) {
        boolean there = peek().is(word);
        if (there) {
            next++;
        }
        return there;
    }

    private void expect(String word) {
        if (!accept(word)) {
            throw unexpected("\"" + word + "\"");
        }
    }

    private WrongExpressionException unexpected(String wanted) {
        return new WrongExpressionException("expected " + wanted + " and found " + peek().shown());
    }
}

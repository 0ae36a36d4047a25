package dev.vigia.connect.mapping;

import dev.vigia.connect.expression.Expression;
import dev.vigia.connect.expression.Expression.Choice;
import dev.vigia.connect.expression.Expression.Constant;
import dev.vigia.connect.expression.Expression.Mapped;
import dev.vigia.connect.expression.Names;
import dev.vigia.connect.expression.Parser;
import dev.vigia.connect.expression.WrongExpressionException;
import dev.vigia.connect.mapping.Entry.Named;
import dev.vigia.connect.mapping.Entry.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads fields: expressions, and values with a list of what they are mapped to. */
record FieldReader(Form form, Problems problems) {

    /** All fields of a block. */
    List<FieldSpec> read(Sheet sheet) {
        var fields = new ArrayList<FieldSpec>();
        for (var entry : sheet.entries()) {
            var name = String.valueOf(entry.name());
            var type = problems.attempt(entry.line(), name, () -> form.field(name));
            var expression = type == null ? null : expression(type, entry);
            if (type != null && expression != null) {
                fields.add(new FieldSpec(type, expression, entry.line()));
            }
        }
        return fields;
    }

    private @Nullable Expression expression(FieldType type, Named entry) {
        if (entry.value() instanceof Entry.Block block) {
            return mapped(type, new Sheet(block, type.name(), problems).knows("value", "map", "otherwise"));
        }
        if (!(entry.value() instanceof Value value)) {
            return refused(entry, type.name());
        }
        var expression = parsed(value, type.name());
        return expression == null ? null : symbolic(type, expression, entry.line());
    }

    /** The same; what is written in it for an enumeration must be one of its symbols. */
    private Expression symbolic(FieldType type, Expression expression, int line) {
        if (type.sort() == FieldType.Sort.ENUM) {
            problems.attempt(line, type.name(), () -> {
                Known.results(expression, constant -> symbol(type, String.valueOf(constant.value())));
                return expression;
            });
        }
        return expression;
    }

    private @Nullable Expression refused(Named entry, String name) {
        problems.add(entry.line(), name, "here must stand an expression, or value and map");
        return null;
    }

    /** The expression that a word or text says; nothing and null are null. */
    @Nullable
    Expression parsed(Value value, String about) {
        var text = value.text();
        return text == null
                ? new Constant(null)
                : problems.attempt(value.line(), about, () -> checked(Parser.parse(text)));
    }

    private static Expression checked(Expression expression) {
        expression.walk(Known::check);
        return expression;
    }

    private @Nullable Expression mapped(FieldType type, Sheet sheet) {
        var value = sheet.needValue("value");
        var of = value == null ? null : parsed(value, type.name());
        var map = sheet.sheet("map");
        var otherwise = sheet.find("otherwise");
        if (map == null) {
            if (otherwise != null) {
                problems.add(otherwise.line(), type.name(), "otherwise goes with map: add one, or leave it out");
            }
            return of;
        }
        var choices = choices(type, map);
        var rest = otherwise == null ? null : constant(type, otherwise);
        return of == null ? null : new Mapped(of, choices, rest);
    }

    private List<Choice> choices(FieldType type, Sheet map) {
        if (map.block().entries().isEmpty()) {
            problems.add(map.line(), type.name(), "map lists nothing: name at least one value");
        }
        var choices = new ArrayList<Choice>();
        for (var entry : map.block().entries()) {
            choices.add(new Choice(entry.name(), constant(type, entry)));
        }
        return choices;
    }

    private Constant constant(FieldType type, Named entry) {
        if (!(entry.value() instanceof Value value)) {
            problems.add(entry.line(), type.name(), "here must stand what the value is mapped to");
            return new Constant(null);
        }
        var constant = problems.attempt(value.line(), type.name(), () -> constant(type, value.text()));
        return constant == null ? new Constant(null) : constant;
    }

    private static Constant constant(FieldType type, @Nullable String text) {
        if (text == null) {
            return new Constant(null);
        }
        return switch (type.sort()) {
            case BOOLEAN -> new Constant(truth(text));
            case INT, LONG, DOUBLE, DECIMAL -> new Constant(number(text));
            case ENUM -> new Constant(symbol(type, text));
            case DATE, MOMENT ->
                throw new WrongExpressionException(
                        "map gives no dates: write case when … then local('2024-12-31') end");
            default -> new Constant(text);
        };
    }

    private static Boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new WrongExpressionException("\"" + text + "\" is neither true nor false");
        }
        return Boolean.valueOf(text);
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new WrongExpressionException("\"" + text + "\" is not a number");
        }
    }

    static String symbol(FieldType type, String text) {
        if (!type.symbols().contains(text)) {
            throw new WrongExpressionException("\"" + text + "\" is no symbol of "
                    + type.schema().getName() + ". " + Names.hint(text, type.symbols()));
        }
        return text;
    }
}

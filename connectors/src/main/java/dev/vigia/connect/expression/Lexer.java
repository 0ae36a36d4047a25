package dev.vigia.connect.expression;

import java.util.ArrayList;
import java.util.List;

/** Cuts an expression into words. */
final class Lexer {

    private static final List<String> SYMBOLS =
            List.of("||", "<>", "!=", "<=", ">=", "+", "-", "*", "/", "(", ")", ",", ".", "=", "<", ">");
    private static final String FANCY = "−×÷≠≤≥";
    private static final List<String> PLAIN = List.of("-", "*", "/", "<>", "<=", ">=");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    static List<Token> cut(String text) {
        var lexer = new Lexer(text);
        while (lexer.at < text.length()) {
            lexer.next();
        }
        lexer.tokens.add(new Token(Token.Sort.END, "", text.length() + 1));
        return lexer.tokens;
    }

    private void next() {
        char first = text.charAt(at);
        if (Character.isWhitespace(first)) {
            at++;
        } else if (first == '\'') {
            quoted(Token.Sort.TEXT, '\'');
        } else if (first == '"') {
            quoted(Token.Sort.QUOTED_NAME, '"');
        } else if (isDigit(first)) {
            number();
        } else if (Character.isJavaIdentifierStart(first)) {
            name();
        } else {
            symbol(first);
        }
    }

    /** Up to the next lone quote; two of them are one. */
    private void quoted(Token.Sort sort, char quote) {
        int start = at++;
        var word = new StringBuilder();
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next != quote) {
                word.append(next);
            } else if (at < text.length() && text.charAt(at) == quote) {
                word.append(quote);
                at++;
            } else {
                tokens.add(new Token(sort, word.toString(), start + 1));
                return;
            }
        }
        throw new WrongExpressionException("what begins with " + quote + " at character " + (start + 1)
                + " never ends: close it with another " + quote);
    }

    private void number() {
        int start = at;
        digits();
        if (at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1))) {
            at++;
            digits();
        }
        tokens.add(new Token(Token.Sort.NUMBER, text.substring(start, at), start + 1));
    }

    private void digits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    private void name() {
        int start = at;
        while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        tokens.add(new Token(Token.Sort.NAME, text.substring(start, at), start + 1));
    }

    private void symbol(char first) {
        int fancy = FANCY.indexOf(first);
        if (fancy >= 0) {
            tokens.add(new Token(Token.Sort.SYMBOL, PLAIN.get(fancy), ++at));
            return;
        }
        for (var symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                tokens.add(new Token(Token.Sort.SYMBOL, symbol.equals("!=") ? "<>" : symbol, at + 1));
                at += symbol.length();
                return;
            }
        }
        throw new WrongExpressionException("\"" + first + "\" at character " + (at + 1)
                + " means nothing here: text stands in single quotes, odd names in double quotes");
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }
}

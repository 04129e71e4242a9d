package org.carewright.shared.process.check;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The expressions models may hold. A value is {@code ${name}}; a condition compares variables with each other and with
 * literals and joins comparisons by {@code and}, {@code or}, {@code not} and brackets. No member access, no calls, no
 * arithmetic: an expression language that can reach objects can reach the whole machine.
 */
final class Expression {

    private static final Pattern VALUE = Pattern.compile("\\$\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*}");
    private static final Pattern CONDITION = Pattern.compile("\\$\\{(.*)}", Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(==|!=|<=|>=|&&|\\|\\||[<>!()]|'[^'\\\\]*'|\"[^\"\\\\]*\"|-?\\d+(?:\\.\\d+)?|[A-Za-z_]\\w*)");
    private static final Set<String> COMPARISONS =
            Set.of("==", "!=", "<", ">", "<=", ">=", "eq", "ne", "lt", "gt", "le", "ge");
    private static final Set<String> CONSTANTS = Set.of("true", "false", "null");
    private static final Set<String> RESERVED = Set.of("and", "or", "not", "empty", "div", "mod", "instanceof");

    private final String text;
    private final Set<String> names = new LinkedHashSet<>();
    private int position;
    private String token;

    private Expression(String text) {
        this.text = text;
    }

    /** Whether the text would be evaluated, rightly or wrongly. */
    static boolean isIn(String text) {
        return text != null && (text.contains("${") || text.contains("#{"));
    }

    /** The name in {@code ${name}}; empty when the text is anything else. */
    static Optional<String> nameIn(String text) {
        var match = VALUE.matcher(text == null ? "" : text.strip());
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }

    /** The variables that a condition uses; empty when it isn't one we allow. */
    static Optional<Set<String>> namesInCondition(String text) {
        var match = CONDITION.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        var expression = new Expression(match.group(1));
        expression.next();
        return expression.anyOf() && expression.token.isEmpty() ? Optional.of(expression.names) : Optional.empty();
    }

    private boolean anyOf() {
        var fits = allOf();
        while (fits && (took("||") || took("or"))) {
            fits = allOf();
        }
        return fits;
    }

    private boolean allOf() {
        var fits = one();
        while (fits && (took("&&") || took("and"))) {
            fits = one();
        }
        return fits;
    }

    private boolean one() {
        if (took("!") || took("not")) {
            return one();
        }
        if (took("(")) {
            return anyOf() && took(")");
        }
        if (!operand()) {
            return false;
        }
        if (COMPARISONS.contains(token)) {
            next();
            return operand();
        }
        return true;
    }

    private boolean operand() {
        if (token.isEmpty() || RESERVED.contains(token) || COMPARISONS.contains(token)) {
            return false;
        }
        var first = token.charAt(0);
        var isName = (Character.isLetter(first) || first == '_') && !CONSTANTS.contains(token);
        if (isName) {
            names.add(token);
        }
        var isLiteral = first == '\'' || first == '"' || first == '-' || Character.isDigit(first);
        if (!isName && !isLiteral && !CONSTANTS.contains(token)) {
            return false;
        }
        next();
        return true;
    }

    private boolean took(String wanted) {
        if (!token.equals(wanted)) {
            return false;
        }
        next();
        return true;
    }

    /** The next token, "" at the end, "?" for anything that isn't one. */
    private void next() {
        var match = TOKEN.matcher(text).region(position, text.length());
        if (match.lookingAt()) {
            token = match.group(1);
            position = match.end();
        } else {
            token = text.substring(position).isBlank() ? "" : "?";
            position = token.isEmpty() ? text.length() : position;
        }
    }
}

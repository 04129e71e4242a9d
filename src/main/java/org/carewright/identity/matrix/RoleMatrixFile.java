package org.carewright.identity.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.pattern.PathPatternParser;

/** Reads the role matrix's file; the file's head says what its columns mean. */
final class RoleMatrixFile {

    private static final String PLACE = "org/carewright/identity/role-matrix.txt";
    private static final String REFUSED = "-";
    private static final String STEP = "step";
    private static final int FIRST_CELL = 3;
    private static final Pattern SCOPE = Pattern.compile("[a-z-]+:[a-z]+");

    private RoleMatrixFile() {}

    static RoleMatrix read() {
        try {
            return parse(new ClassPathResource(PLACE).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalArgumentException naming the line that can't be read */
    static RoleMatrix parse(String text) {
        var lines = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(RoleMatrixFile::cells)
                .toList();
        var head = lines.get(0);
        var people = head.subList(FIRST_CELL, head.size() - 1);
        if (!people.get(0).equals(RoleMatrix.STRANGER)
                || !head.get(head.size() - 1).equals(RoleMatrix.KEY)) {
            throw new IllegalArgumentException("The role matrix begins with strangers and ends with keys");
        }
        return new RoleMatrix(
                people, lines.stream().skip(1).map(cells -> rule(people, cells)).toList());
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|")).map(String::strip).toList();
    }

    private static AccessRule rule(List<String> people, List<String> cells) {
        try {
            var open = cells.size() == FIRST_CELL + 1;
            if (!open && cells.size() != FIRST_CELL + people.size() + 1) {
                throw new IllegalArgumentException("a cell is missing or too many");
            }
            return new AccessRule(
                    AccessRule.Kind.valueOf(cells.get(0).toUpperCase(Locale.ROOT)),
                    cells.get(1),
                    PathPatternParser.defaultInstance.parse(cells.get(2)),
                    open ? openTo(people, cells.get(FIRST_CELL)) : reaches(people, cells),
                    open ? Optional.empty() : scope(cells.get(cells.size() - 1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Role matrix, " + cells.subList(0, FIRST_CELL) + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, Reach> openTo(List<String> people, String cell) {
        if (cell.equals(STEP)) {
            return Map.of(RoleMatrix.SECOND_FACTOR, Reach.OWN);
        }
        if (Reach.of(cell) != Reach.ANY) {
            throw new IllegalArgumentException("a short line is open to everyone, or to those at the second step");
        }
        var reaches = new LinkedHashMap<String, Reach>();
        people.forEach(column -> reaches.put(column, Reach.ANY));
        return reaches;
    }

    private static Map<String, Reach> reaches(List<String> people, List<String> cells) {
        var reaches = new LinkedHashMap<String, Reach>();
        for (var i = 0; i < people.size(); i++) {
            var cell = cells.get(FIRST_CELL + i);
            if (!cell.equals(REFUSED)) {
                reaches.put(people.get(i), checked(people.get(i), Reach.of(cell)));
            }
        }
        return reaches;
    }

    /** Nobody may be given a reach that they can't have. */
    private static Reach checked(String column, Reach reach) {
        var sensible =
                switch (column) {
                    case RoleMatrix.STRANGER -> false;
                    case RoleMatrix.PORTAL -> reach == Reach.OWN;
                    case "operator" -> reach != Reach.CLINIC;
                    default -> reach != Reach.ANY;
                };
        if (!sensible) {
            throw new IllegalArgumentException(column + " can't reach " + reach);
        }
        return reach;
    }

    private static Optional<String> scope(String cell) {
        if (cell.equals(REFUSED)) {
            return Optional.empty();
        }
        if (!SCOPE.matcher(cell).matches()) {
            throw new IllegalArgumentException("a scope looks like patients:read");
        }
        return Optional.of(cell);
    }
}

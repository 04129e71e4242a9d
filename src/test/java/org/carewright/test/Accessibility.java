package org.carewright.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** Checks pages against WCAG 2.2 A and AA as far as a program can. */
public final class Accessibility {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");
    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    private Accessibility() {}

    /** Fails with the broken rules and the elements that break them. */
    public static void check(Page page) {
        refuse(page, new AxeBuilder(page).withTags(RULES));
    }

    /** Only what depends on colours: for a page that was checked in others. */
    public static void checkColours(Page page) {
        refuse(page, new AxeBuilder(page).withRules(COLOURS));
    }

    private static void refuse(Page page, AxeBuilder rules) {
        var violations = rules.analyze().getViolations();
        assertThat(violations)
                .as(page.url())
                .extracting(rule -> rule.getId() + ": "
                        + rule.getNodes().stream()
                                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                .toList())
                .isEmpty();
    }
}

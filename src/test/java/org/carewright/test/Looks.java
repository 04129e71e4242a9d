package org.carewright.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;

/**
 * How a page looks: everybody can read it, by day and by night, and nothing sticks out. With
 * {@code -Dcarewright.pictures=true} it also leaves pictures in {@code target/pictures} to be looked at.
 */
public final class Looks {

    private static final boolean PICTURES = Boolean.getBoolean("carewright.pictures");

    private Looks() {}

    /** Fails with what is wrong. @param name of the pictures */
    public static void check(Page page, String name) {
        show(page, ColorScheme.LIGHT);
        picture(page, name);
        Accessibility.check(page);
        fits(page);
        show(page, ColorScheme.DARK);
        picture(page, name + "-dark");
        Accessibility.checkColours(page);
        show(page, ColorScheme.LIGHT);
    }

    /** Fails when the page is wider than the screen. */
    public static void fits(Page page) {
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as(page.url())
                .isZero();
    }

    private static void show(Page page, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions()
                .setColorScheme(scheme)
                // A colour on its way to another is neither.
                .setReducedMotion(ReducedMotion.REDUCE));
    }

    private static void picture(Page page, String name) {
        if (PICTURES) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/pictures", name + ".png"))
                    .setFullPage(true));
        }
    }
}

package org.carewright.scheduling.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.carewright.test.CarewrightTest;
import org.carewright.test.StatementCounter;
import org.carewright.test.TestClinics;
import org.carewright.test.TestOpenings;
import org.carewright.test.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Everybody's start page on a platform of many clinics (PLT-4). */
@CarewrightTest
class HomePageTests {

    private static final Pattern CLINIC = Pattern.compile("href=\"/c/([^/\"]+)/book\"");
    private static final Pattern NEXT = Pattern.compile("href=\"(/[^\"]*after=[^\"]*)\" rel=\"next\"");

    @LocalServerPort
    int port;

    @Autowired
    TestClinics clinics;

    @Autowired
    TestOpenings openings;

    @Autowired
    StatementCounter statements;

    @Test
    void showsEachClinicOncePageByPage() {
        var opened =
                IntStream.range(0, 30).mapToObj(number -> clinics.open().slug()).toList();

        var seen = new ArrayList<String>();
        for (var path = "/"; path != null; ) {
            var page = get(path);
            assertThat(slugs(page)).hasSizeBetween(1, 24);
            seen.addAll(slugs(page));
            path = NEXT.matcher(page)
                    .results()
                    .findFirst()
                    .map(next -> next.group(1).replace("&amp;", "&"))
                    .orElse(null);
        }

        assertThat(seen).doesNotHaveDuplicates().containsAll(opened);
    }

    @Test
    void findsAClinicByAPartOfItsNameInWhateverCase() {
        var slug = clinics.open().slug();

        var page = get("/?name=" + slug.replace("test-clinic-", "TEST%20cliNIC%20"));

        assertThat(slugs(page)).contains(slug).allMatch(found -> found.startsWith(slug));
    }

    @Test
    void saysThatNoClinicHasThatName() {
        var page = get("/?name=%25_nowhere");

        assertThat(slugs(page)).isEmpty();
        assertThat(page).contains("No clinic of that name", "value=\"%_nowhere\"");
    }

    @Test
    void doesNotListAClinicThatIsntLive() {
        var opening = openings.begin();

        assertThat(slugs(get("/?name=" + opening.slug()))).doesNotContain(opening.slug());
    }

    @Test
    void costsOneStatementHoweverManyClinicsThereAre() {
        clinics.open();
        clinics.open();

        assertThat(statements.ofPage(new Visitor(port), "/")).isOne();
    }

    private String get(String path) {
        return new Visitor(port).get(path).body();
    }

    private static List<String> slugs(String page) {
        return CLINIC.matcher(page)
                .results()
                .map(MatchResult::group)
                .map(link -> link.replaceAll("href=\"/c/|/book\"", ""))
                .toList();
    }
}

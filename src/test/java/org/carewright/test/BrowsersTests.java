package org.carewright.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BrowsersTests {

    @Test
    void opensARealBrowserWithScripts() {
        try (var session = Browsers.session()) {
            var page = session.newPage();
            page.setContent("<p id=sum></p><script>document.getElementById('sum').textContent = 1 + 1</script>");

            assertThat(page.textContent("#sum")).isEqualTo("2");
        }
    }
}

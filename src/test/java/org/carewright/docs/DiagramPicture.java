package org.carewright.docs;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.carewright.test.Browsers;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Draws a process as SVG with the viewer our pages use. The picture names the model it was drawn from by its hash. */
final class DiagramPicture {

    private static final String VIEWER =
            "classpath*:META-INF/resources/webjars/bpmn-js/*/dist/bpmn-viewer.production.min.js";
    private static final String HASH_COMMENT = "<!-- model sha256 %s -->";
    private static final Pattern GENERATED_ID = Pattern.compile("(?:<marker id=\"|url\\((?:&quot;|')?#)([\\w-]+)");
    private static final Pattern DECIMALS = Pattern.compile("(\\d+\\.\\d{3})\\d+");

    private DiagramPicture() {}

    /** Whether the picture shows this version of the model. */
    static boolean isOf(String svg, byte[] model) {
        return svg.contains(HASH_COMMENT.formatted(hash(model)));
    }

    static String draw(byte[] model) {
        try (var session = Browsers.session()) {
            var page = session.newPage();
            var svg = (String) render(page, new String(model, StandardCharsets.UTF_8));
            return stable(svg)
                    .replaceFirst("<svg ", HASH_COMMENT.formatted(hash(model)) + "\n<svg style=\"background:#fff\" ");
        }
    }

    private static Object render(Page page, String model) {
        page.setContent("<!doctype html><div id='canvas' style='width:1200px;height:800px'></div>");
        page.addScriptTag(new Page.AddScriptTagOptions().setContent(viewer()));
        return page.evaluate(
                "async xml => { const viewer = new BpmnJS({ container: '#canvas' }); await viewer.importXML(xml);"
                        + " return (await viewer.saveSVG()).svg; }",
                model);
    }

    private static String viewer() {
        try {
            return new PathMatchingResourcePatternResolver()
                    .getResources(VIEWER)[0].getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The viewer makes up ids for its markers and counts in float; two drawings of one model shall be equal. */
    private static String stable(String svg) {
        Map<String, String> ids = new LinkedHashMap<>();
        GENERATED_ID.matcher(svg).results().forEach(match -> ids.putIfAbsent(match.group(1), "m" + ids.size()));
        var result = svg;
        for (var id : ids.entrySet()) {
            result = result.replaceAll("(?<![\\w-])" + Pattern.quote(id.getKey()) + "(?![\\w-])", id.getValue());
        }
        return DECIMALS.matcher(result).replaceAll("$1").replace("\r\n", "\n").strip() + "\n";
    }

    private static String hash(byte[] model) {
        try {
            var text = new String(model, StandardCharsets.UTF_8).replace("\r\n", "\n");
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

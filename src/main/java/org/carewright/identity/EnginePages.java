package org.carewright.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Puts the request's nonce on the scripts of Tasklist, Cockpit, Admin and Welcome. The engine has a nonce of its own,
 * but shares it among all requests, so two pages loaded at once would block each other's scripts; it is switched off.
 * The pages also learn that text can't be evaluated, so that their framework doesn't try.
 */
class EnginePages extends OncePerRequestFilter {

    static final String ROOT = "/camunda/";

    private static final Pattern PAGE =
            Pattern.compile("/camunda/app/(tasklist|cockpit|admin|welcome)/[^/]+/(setup/)?");

    static boolean isPage(String path) {
        return PAGE.matcher(path).matches();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isPage(
                request.getRequestURI().substring(request.getContextPath().length()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var page = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, page);
        if (page.getStatus() == HttpServletResponse.SC_OK && page.getContentSize() > 0) {
            var html = new String(page.getContentAsByteArray(), StandardCharsets.UTF_8);
            page.resetBuffer();
            page.getOutputStream().write(withNonce(html, PageNonce.of(request)).getBytes(StandardCharsets.UTF_8));
        }
        page.copyBodyToResponse();
    }

    private static String withNonce(String html, String nonce) {
        return html.replace("<script ", "<script nonce=\"" + nonce + "\" ")
                .replace("<html ", "<html data-ng-csp=\"no-unsafe-eval\" ");
    }
}

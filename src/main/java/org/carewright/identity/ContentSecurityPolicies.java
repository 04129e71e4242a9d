package org.carewright.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/**
 * What a page's content may do, and who may show the page in a frame. Exactly one policy goes with an answer: a browser
 * would enforce two of them both.
 */
class ContentSecurityPolicies implements HeaderWriter {

    static final String HEADER = "Content-Security-Policy";

    private static final String FRAME_OPTIONS = "X-Frame-Options";

    /** Forms may end at Stripe: a browser holds the redirect after "pay now" against the page with the button. */
    private static final String OWN_PAGES = "default-src 'self'; script-src 'self' 'nonce-%1$s';"
            + " style-src 'self' 'nonce-%1$s'; img-src 'self' data:; object-src 'none'; base-uri 'self';"
            + " form-action 'self' https://checkout.stripe.com; frame-ancestors 'none'";

    /** The viewer of process pictures sets style attributes on the shapes it draws; nothing else is freed for it. */
    private static final String PICTURES = OWN_PAGES + "; style-src-attr 'unsafe-inline'";

    /** The page that leads to a payment provider posts a form there. */
    private static final String PAYMENT = OWN_PAGES.replace("https://checkout.stripe.com", "https://api.razorpay.com");

    private static final String PAYMENT_PAGES = "/pay/";

    private static final String PICTURE_PAGES = "/desk/appointments/";

    /**
     * The engine's web apps set style attributes everywhere and load their scripts from scripts, so styles are free and
     * trust is handed on from the scripts that carry the nonce. They need no evaluated text: see {@link EnginePages}.
     */
    private static final String ENGINE_PAGES = "default-src 'self'; script-src 'nonce-%1$s' 'strict-dynamic';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; object-src 'none';"
            + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** A mail brings its own styles, and someone else may have written it: it may do nothing but look like a mail. */
    private static final String MAIL_PREVIEW = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:;"
            + " frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.startsWith("/sandbox/") && path.endsWith("/html")) {
            response.setHeader(HEADER, MAIL_PREVIEW);
            response.setHeader(FRAME_OPTIONS, "SAMEORIGIN");
        } else {
            response.setHeader(HEADER, policyOf(path).formatted(PageNonce.of(request)));
            response.setHeader(FRAME_OPTIONS, "DENY");
        }
    }

    private static String policyOf(String path) {
        if (path.startsWith(EnginePages.ROOT)) {
            return ENGINE_PAGES;
        }
        if (path.startsWith(PAYMENT_PAGES)) {
            return PAYMENT;
        }
        return path.startsWith(PICTURE_PAGES) ? PICTURES : OWN_PAGES;
    }
}

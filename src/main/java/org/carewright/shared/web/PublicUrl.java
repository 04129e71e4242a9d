package org.carewright.shared.web;

import java.net.URI;
import org.springframework.stereotype.Component;

/**
 * Addresses as people and providers outside see them: links in mails, status callbacks. Taken from
 * {@code carewright.public-url}, never from a request, whose headers anyone can write.
 */
@Component
public class PublicUrl {

    private final PublicUrlSettings settings;
    private final LocalUrl local;

    PublicUrl(PublicUrlSettings settings, LocalUrl local) {
        this.settings = settings;
        this.local = local;
    }

    /** Scheme, host and port without a slash at the end. */
    public String base() {
        var configured = settings.publicUrl().strip();
        return configured.isEmpty() ? local.base() : configured.replaceAll("/+$", "");
    }

    /** The address of a path. @param path begins with a slash */
    public String of(String path) {
        return base() + path;
    }

    /** Like {@link #of}. */
    public URI uri(String path) {
        return URI.create(of(path));
    }
}

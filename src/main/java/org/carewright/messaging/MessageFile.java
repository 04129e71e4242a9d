package org.carewright.messaging;

import java.util.function.Supplier;

/**
 * A file that goes with a mail.
 *
 * @param name tells of nobody, because it lands in folders of downloads
 * @param content written only when a mail is
 */
public record MessageFile(String name, String contentType, Supplier<byte[]> content) {}

package org.carewright.integrations.http;

import java.io.IOException;
import org.carewright.integrations.SendResult;

/** What a provider's HTTP answer means for the message; texts hold codes only, as they end in tables and logs. */
public final class Answers {

    private Answers() {}

    /**
     * The meaning of an answer that isn't a success.
     *
     * @param code the provider's own error code
     */
    public static SendResult ofError(int status, String code, String reason) {
        return isPermanent(status)
                ? new SendResult.Refused(code, reason)
                : new SendResult.NotTaken("http_" + status, reason);
    }

    /** The meaning of an answer that never came. */
    public static SendResult ofFailure(IOException failure) {
        return failure instanceof NotReachedException
                ? new SendResult.NotTaken("not_reached", failure.getMessage())
                : new SendResult.Unknown("No whole answer came");
    }

    /**
     * Whether the same message would be refused again. Credentials (401, 403), addresses of ours that don't exist
     * (404), time-outs (408) and rate limits (429) are not the message's fault.
     */
    private static boolean isPermanent(int status) {
        return switch (status) {
            case 401, 403, 404, 408, 429 -> false;
            default -> status >= 400 && status < 500;
        };
    }
}

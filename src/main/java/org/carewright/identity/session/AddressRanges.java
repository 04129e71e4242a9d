package org.carewright.identity.session;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** Addresses and CIDR ranges, IPv4 and IPv6. */
final class AddressRanges {

    /** Digits, letters of IPv6, separators: never a name that would be looked up. */
    private static final Pattern RANGE =
            Pattern.compile("(\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)(/\\d{1,3})?");

    private AddressRanges() {}

    static boolean isRange(String text) {
        if (!RANGE.matcher(text).matches()) {
            return false;
        }
        try {
            new IpAddressMatcher(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static boolean contain(List<String> ranges, String address) {
        return ranges.stream().anyMatch(range -> new IpAddressMatcher(range).matches(address));
    }
}

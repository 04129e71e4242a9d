package org.carewright.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.carewright.clinics.ClinicService;
import org.carewright.shared.process.StaffDirectory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Shows staff and operators to the engine; portal accounts are nobody there. */
@Component
class AccountDirectory implements StaffDirectory {

    private static final String ROLE_NAME = "role.";

    private final AccountMapper accounts;
    private final ClinicService clinics;
    private final MessageSource messages;

    AccountDirectory(AccountMapper accounts, ClinicService clinics, MessageSource messages) {
        this.accounts = accounts;
        this.clinics = clinics;
        this.messages = messages;
    }

    @Override
    public Optional<Member> find(String userId) {
        return id(userId)
                .flatMap(accounts::byId)
                .filter(AccountDirectory::isStaff)
                .map(this::toMember);
    }

    private static boolean isStaff(Account account) {
        return account.active() && Door.of(account.door()) == Door.DESK;
    }

    @Override
    public List<Member> members(String clinicId, String groupId) {
        var clinic = id(clinicId);
        if (clinicId != null && clinic.isEmpty()) {
            return List.of();
        }
        return accounts.active(clinic.orElse(null), groupId).stream()
                .map(this::toMember)
                .toList();
    }

    @Override
    public List<Group> groups() {
        return Arrays.stream(Role.values())
                .map(role -> new Group(role.code(), messages.getMessage(ROLE_NAME + role.code(), null, Locale.ENGLISH)))
                .toList();
    }

    @Override
    public List<String> clinicIds() {
        return clinics.allIds().stream().map(UUID::toString).toList();
    }

    private Member toMember(Account account) {
        return new Member(account.id().toString(), account.displayName(), List.of(account.roles()), clinicsOf(account));
    }

    /** Operators watch the instances of all clinics; what is sealed in them stays dots. */
    private Collection<String> clinicsOf(Account account) {
        return account.clinicId() == null
                ? clinicIds()
                : List.of(account.clinicId().toString());
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

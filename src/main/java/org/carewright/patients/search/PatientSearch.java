package org.carewright.patients.search;

import java.util.List;
import java.util.UUID;
import org.carewright.clinics.ClinicService;
import org.carewright.patients.ContactTokens;
import org.carewright.patients.PatientService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds patients of the clinic in scope, merged ones left out. One statement each, through an index that row level security
 * lets the database use: beginnings of names are compared as ranges of texts, because {@code like} isn't leakproof (decision
 * record 0007).
 */
@Service
public class PatientSearch {

    /** After all texts with a beginning: nothing follows it. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private final SearchMapper search;
    private final ContactTokens tokens;
    private final ClinicService clinics;

    PatientSearch(SearchMapper search, ContactTokens tokens, ClinicService clinics) {
        this.search = search;
        this.tokens = tokens;
        this.clinics = clinics;
    }

    /**
     * All patients by family name.
     *
     * @param after id of the last one of the page before; null, or of nobody, for the first page
     */
    @Transactional(readOnly = true)
    public List<FoundPatient> allAfter(UUID after, int limit) {
        return search.all(after, limit);
    }

    /**
     * Those the query asks for, by family name, at most so many. Who gets as many as asked for should ask more precisely.
     */
    @Transactional(readOnly = true)
    public List<FoundPatient> find(PatientQuery query, int limit) {
        if (query.barcode().isPresent()) {
            return search.byBarcode(query.barcode().get());
        }
        if (query.email().isPresent()) {
            return search.byEmail(tokens.email(query.email().get()), limit);
        }
        if (query.phone().isPresent()) {
            return byPhone(query.phone().get(), limit);
        }
        if (query.words().isEmpty()) {
            return query.dateOfBirth() == null
                    ? search.all(null, limit)
                    : search.byDateOfBirth(query.dateOfBirth(), List.of(), limit);
        }
        if (query.dateOfBirth() != null) {
            return search.byDateOfBirth(query.dateOfBirth(), query.words(), limit);
        }
        var words = query.words();
        return search.byName(words.get(0), LAST, words.subList(1, words.size()), limit);
    }

    private List<FoundPatient> byPhone(String typed, int limit) {
        return PatientService.toE164(typed, clinics.current().country())
                .map(number -> search.byPhone(tokens.phone(number), limit))
                .orElse(List.of());
    }
}

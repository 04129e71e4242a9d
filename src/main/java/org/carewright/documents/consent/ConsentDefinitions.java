package org.carewright.documents.consent;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.carewright.audit.AuditLog;
import org.carewright.documents.consent.DefinitionMapper.TextRow;
import org.carewright.shared.forms.FieldError;
import org.carewright.shared.forms.InvalidFormException;
import org.carewright.shared.forms.TypedText;
import org.carewright.shared.language.Languages;
import org.carewright.shared.problem.ProblemException;
import org.carewright.shared.tenant.ClinicScope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the clinic in scope asks its patients to agree to, and in which words (ONB-3). */
@Service
public class ConsentDefinitions {

    public static final int LONGEST_NAME = 100;

    private static final String RESOURCE = "consent-definition";

    private final DefinitionMapper definitions;
    private final AuditLog audit;
    private final ClinicScope clinic;
    private final Clock clock;

    ConsentDefinitions(DefinitionMapper definitions, AuditLog audit, ClinicScope clinic, Clock clock) {
        this.definitions = definitions;
        this.audit = audit;
        this.clinic = clinic;
        this.clock = clock;
    }

    /** Those in use, by name. */
    @Transactional(readOnly = true)
    public List<ConsentDefinition> all() {
        return definitions.all();
    }

    /** @throws ProblemException 404 when there is none with that id in use */
    @Transactional(readOnly = true)
    public ConsentDefinition get(UUID id) {
        return all().stream()
                .filter(definition -> definition.id().equals(id))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** The words of a version by language tag, in the order in which languages are offered. */
    @Transactional(readOnly = true)
    public Map<String, ConsentWording> wordings(UUID versionId) {
        var found = new LinkedHashMap<String, ConsentWording>();
        var rows = definitions.texts(List.of(versionId));
        Languages.offered().stream().map(language -> language.toLanguageTag()).forEach(tag -> rows.stream()
                .filter(row -> row.language().equals(tag))
                .forEach(row -> found.put(tag, new ConsentWording(row.title(), row.body()))));
        return found;
    }

    /**
     * Adds a consent; nobody is asked for it before {@link #publish}.
     *
     * @throws InvalidFormException naming {@code name}
     * @throws ProblemException {@code consent_name_taken} (409)
     */
    @Transactional
    public UUID create(String name, boolean required) {
        var errors = new ArrayList<FieldError>();
        var kept = text("name", name, LONGEST_NAME, errors).replace('\n', ' ');
        refuse(errors);
        var id = UUID.randomUUID();
        try {
            definitions.insert(clinic.required(), id, kept, required, clock.instant());
        } catch (DuplicateKeyException e) {
            throw new ProblemException(HttpStatus.CONFLICT, "consent_name_taken");
        }
        audit.record("consent-definition.created", RESOURCE, id, null);
        return id;
    }

    /**
     * Publishes new words, which from now on are the ones that are signed. Earlier versions stay as they are.
     *
     * @param wordings by tag of an offered language; at least one
     * @param renews whether who signed an earlier version is asked again
     * @param author account of who publishes, null for none
     * @return the version's id
     * @throws InvalidFormException naming {@code title.<language>} or {@code body.<language>}
     * @throws ProblemException 404 when there is no such consent in use
     */
    @Transactional
    public UUID publish(UUID definitionId, Map<String, ConsentWording> wordings, boolean renews, UUID author) {
        var checked = check(wordings);
        // Locks the definition, so that two versions don't get one number.
        if (!definitions.lock(definitionId)) {
            throw ProblemException.notFound();
        }
        var versionId = UUID.randomUUID();
        var own = clinic.required();
        definitions.insertVersion(own, versionId, definitionId, renews, author, clock.instant());
        checked.forEach((language, wording) ->
                definitions.insertText(own, new TextRow(versionId, language, wording.title(), wording.body())));
        audit.record("consent-definition.published", RESOURCE, definitionId, null);
        return versionId;
    }

    /** Asks nobody for it any more; what was signed stays. @throws ProblemException 404 when it isn't in use */
    @Transactional
    public void retire(UUID definitionId) {
        if (definitions.retire(definitionId, clock.instant()) == 0) {
            throw ProblemException.notFound();
        }
        audit.record("consent-definition.retired", RESOURCE, definitionId, null);
    }

    private static Map<String, ConsentWording> check(Map<String, ConsentWording> wordings) {
        var errors = new ArrayList<FieldError>();
        var checked = new LinkedHashMap<String, ConsentWording>();
        wordings.forEach((language, wording) -> {
            if (Languages.offered(language).isEmpty()) {
                errors.add(new FieldError("language", "not_an_option", List.of()));
            }
            var title = text("title." + language, wording.title(), ConsentWording.LONGEST_TITLE, errors);
            var body = text("body." + language, wording.body(), ConsentWording.LONGEST_BODY, errors);
            checked.put(language, new ConsentWording(title.replace('\n', ' '), body));
        });
        if (wordings.isEmpty()) {
            errors.add(new FieldError("title." + Languages.ENGLISH.toLanguageTag(), "required", List.of()));
        }
        refuse(errors);
        return checked;
    }

    private static String text(String key, String typed, int longest, List<FieldError> errors) {
        var text = TypedText.of(typed);
        if (text.isEmpty()) {
            errors.add(new FieldError(key, "required", List.of()));
        } else if (text.length() > longest) {
            errors.add(new FieldError(key, "too_long", List.of(longest)));
        }
        return text;
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new InvalidFormException(errors);
        }
    }
}

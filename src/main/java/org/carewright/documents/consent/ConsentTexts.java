package org.carewright.documents.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.carewright.clinics.ClinicService;
import org.carewright.documents.consent.DefinitionMapper.TextRow;
import org.carewright.documents.consent.SignatureMapper.VersionRow;
import org.carewright.shared.language.Languages;
import org.springframework.stereotype.Component;

/** The words of consents, in the language that serves who reads them. */
@Component
class ConsentTexts {

    private final DefinitionMapper definitions;
    private final ClinicService clinics;

    ConsentTexts(DefinitionMapper definitions, ClinicService clinics) {
        this.definitions = definitions;
        this.clinics = clinics;
    }

    /** Each version in the reader's language, else the clinic's, else any; in one statement. */
    List<ConsentToSign> best(List<VersionRow> versions, Locale reader) {
        var texts = definitions.texts(versions.stream().map(VersionRow::id).toList()).stream()
                .collect(Collectors.groupingBy(TextRow::versionId));
        var order = languages(reader);
        return versions.stream()
                .map(version -> toSign(version, best(texts.get(version.id()), order)))
                .toList();
    }

    /** A version in that language; empty when it has no such words. */
    Optional<ConsentToSign> of(VersionRow version, String language) {
        return definitions.texts(List.of(version.id())).stream()
                .filter(text -> text.language().equals(language))
                .findFirst()
                .map(text -> toSign(version, text));
    }

    private static ConsentToSign toSign(VersionRow version, TextRow text) {
        return new ConsentToSign(
                version.id(),
                version.definitionId(),
                version.number(),
                version.required(),
                text.language(),
                new ConsentWording(text.title(), text.body()));
    }

    /** Tags in the order in which they serve the reader. */
    private List<String> languages(Locale reader) {
        var order = new ArrayList<String>();
        Languages.serving(reader).ifPresent(language -> order.add(offered(language)));
        Languages.serving(clinics.current().locale()).ifPresent(language -> order.add(offered(language)));
        Languages.offered().forEach(language -> order.add(language.toLanguageTag()));
        return order;
    }

    /** English is one set of words, whatever the region. */
    private static String offered(Locale language) {
        return Languages.offered().contains(language) ? language.toLanguageTag() : language.getLanguage();
    }

    private static TextRow best(List<TextRow> texts, List<String> order) {
        return order.stream()
                .flatMap(tag -> texts.stream().filter(text -> text.language().equals(tag)))
                .findFirst()
                .orElseThrow();
    }
}

package org.carewright.patients.search;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;

@Mapper
interface SearchMapper {

    /** @param after null for the beginning */
    List<FoundPatient> all(UUID after, int limit);

    List<FoundPatient> byBarcode(String barcode);

    List<FoundPatient> byEmail(String token, int limit);

    List<FoundPatient> byPhone(String token, int limit);

    List<FoundPatient> byDateOfBirth(LocalDate date, List<String> words, int limit);

    /** @param last sorts after every text */
    List<FoundPatient> byName(String word, String last, List<String> more, int limit);
}

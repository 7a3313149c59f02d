package org.alongside.transfer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.alongside.code.CodeOf;
import org.alongside.shared.WorkerId;

/**
 * A file of cases that a supervisor brings.
 *
 * @param format code of import_format: ALONGSIDE, the documented format of our own; CTDC, the columns of the global dataset
 * @param file the text of the file
 * @param caseworker leads the cases of rows that name nobody
 * @param legalBasis on what basis the cases are kept, for rows that say nothing; code of legal_basis
 * @param everyone what holds for every row and has no column in CTDC's files; null for our own format
 */
public record NewImport(
        @NotNull @CodeOf("import_format") String format,
        @NotNull @Size(max = CsvText.LONGEST) String file,
        @NotNull WorkerId caseworker,
        @NotNull @CodeOf("legal_basis") String legalBasis,
        Everyone everyone) {

    /** What it is, without what stands in it. */
    @Override
    public String toString() {
        return "NewImport[" + format + "]";
    }

    /**
     * What holds for every row of a file that has no column for it.
     *
     * @param language code of language
     * @param region code of region
     * @param medium how they agreed to a file, code of consent_medium
     * @param limitsExplained that harm, child abuse and courts limit confidentiality was said to each of them
     * @param unknownAge estimated age in whole years where none is recorded; null: such rows are refused
     * @param childGiver who agreed for children, code of consent_giver
     * @param childGiverRight by what right, code of giver_right
     * @param childAssent what the children said to it, code of assent
     * @param viewsNotAsked why a child's views are not in the file, code of views_not_asked
     */
    public record Everyone(
            @NotNull @CodeOf("language") String language,
            @NotNull @CodeOf("region") String region,
            @NotNull @CodeOf("consent_medium") String medium,
            boolean limitsExplained,
            @Min(0) @Max(120) Integer unknownAge,
            @CodeOf("consent_giver") String childGiver,
            @CodeOf("giver_right") String childGiverRight,
            @CodeOf("assent") String childAssent,
            @CodeOf("views_not_asked") String viewsNotAsked) {}
}

package org.alongside.casefile;

import java.util.Optional;

/**
 * A case that was found by a name.
 *
 * @param found the case as in a list
 * @param preferredName the name she uses, where the caller may know it
 * @param alike whether a word only sounds like her name; else each stands in it, whatever the script
 */
public record NameMatch(CaseRow found, Optional<String> preferredName, boolean alike) {}

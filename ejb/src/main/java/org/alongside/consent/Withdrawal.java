package org.alongside.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.alongside.access.Caller;
import org.alongside.access.CallerContext;
import org.alongside.access.Grants;
import org.alongside.guardian.PersonExcluded;

/** Ends consents with all that rests on them, at her word or because who gave them for her is excluded. */
@ApplicationScoped
class Withdrawal {
    @Inject
    CallerContext callers;

    @Inject
    Consents consents;

    @Inject
    Grants grants;

    @Inject
    Event<ConsentWithdrawn> withdrawn;

    @Inject
    Event<SharingEnded> ended;

    /** Takes back this consent and those that it replaced. */
    void atHerWord(Consent word) {
        List<Consent> words = consents.upTo(word);
        words.forEach(one -> one.withdraw(callers.caller()));
        follow(words);
    }

    /** What an excluded person consented to ends in the transaction that excludes them. */
    void whereGiverIsExcluded(@Observes PersonExcluded excluded) {
        Map<Consent.Release, List<Consent>> releases = consents.byExcluded(excluded.caseId()).stream()
                .collect(Collectors.groupingBy(Consent::release, LinkedHashMap::new, Collectors.toList()));
        releases.values().forEach(words -> {
            words.forEach(one -> one.endForExcludedGiver(callers.caller()));
            follow(words);
        });
    }

    /** @param words of one release, newest first */
    private void follow(List<Consent> words) {
        Caller caller = callers.caller();
        consents.write();
        // the consent first, then the cards, the file last: in the order of those who answer, so that no two wait for
        // each other
        words.forEach(word -> withdrawn.fire(new ConsentWithdrawn(word.id(), word.caseId(), caller.now())));
        words.forEach(word -> grants.endForConsent(word.id()));
        Consent last = words.get(0);
        ended.fire(new SharingEnded(
                last.caseId(),
                last.recipient(),
                last.id(),
                words.stream().map(Consent::id).collect(Collectors.toSet()),
                caller.now()));
    }
}

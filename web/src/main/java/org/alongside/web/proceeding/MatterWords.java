package org.alongside.web.proceeding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.proceeding.MatterView;
import org.alongside.proceeding.MatterView.LawyersFile;
import org.alongside.web.frame.Text;

/** How a legal matter is called, so that two of one kind are told apart; to others than her lawyer never what it is: {@code #{matterWords.name(matter)}}. */
@Named
@RequestScoped
public class MatterWords {
    @Inject
    private Text text;

    public String name(MatterView matter) {
        return matter == null ? "" : named(matter.file().map(LawyersFile::track).orElse(null), matter.number());
    }

    /** @param track code of proceeding_type, for her lawyer; else null */
    public String named(String track, int number) {
        return text.of(
                "proceeding.numbered",
                track == null ? text.get("proceeding.matter") : text.name("code.proceeding_type", track),
                number);
    }

    /** The same, for her lawyer with the court and the reference there. */
    public String which(MatterView matter) {
        return matter == null
                ? ""
                : Stream.of(
                                Optional.of(name(matter)),
                                matter.file().flatMap(LawyersFile::court),
                                matter.file().flatMap(LawyersFile::reference))
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(text.get("frame.comma")));
    }
}

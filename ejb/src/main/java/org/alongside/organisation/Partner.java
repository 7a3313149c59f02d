package org.alongside.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** The name of an organisation, for joining to what concerns it. */
@Entity
@Immutable
@Table(name = "organisation")
class Partner {
    @Id
    @Column(name = "organisation_id")
    private UUID id;

    private String name;

    protected Partner() {}

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }
}

package org.alongside.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.alongside.access.Category;
import org.alongside.access.Role;
import org.alongside.matrix.Access.Effect;
import org.alongside.setup.TestDatabase;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What no two administrators open, stated twice: the gate's fences and the database's cells say the same. */
class FenceTest {
    @Test
    void gate_and_database_close_the_same_cells() throws Exception {
        SoftAssertions all = new SoftAssertions();
        try (Connection application = TestDatabase.get().application().getConnection();
                PreparedStatement allowed = application.prepareStatement("select matrix_allows(?, ?::smallint, ?)")) {
            for (Role role : Role.values()) {
                for (Category category : Category.values()) {
                    for (Access access : Access.values()) {
                        allowed.setString(1, role.name());
                        allowed.setInt(2, category.ordinal());
                        allowed.setString(3, String.valueOf(access.letter()));
                        ResultSet answer = allowed.executeQuery();
                        answer.next();
                        all.assertThat(Fence.before(role, category, access).isEmpty())
                                .as(role + " " + category + " " + access)
                                .isEqualTo(answer.getBoolean(1));
                    }
                }
            }
        }
        all.assertAll();
    }

    @Test
    void the_matrix_as_delivered_stands_within_every_fence() throws Exception {
        int cells = 0;
        try (Connection application = TestDatabase.get().application().getConnection()) {
            ResultSet delivered =
                    application.createStatement().executeQuery("select role_code, category, access from role_category");
            while (delivered.next()) {
                Role role = Role.valueOf(delivered.getString(1));
                Category category = Category.of(delivered.getInt(2));
                assertThat(Fence.before(
                                role, category, Access.of(delivered.getString(3).charAt(0))))
                        .as(role + " " + category)
                        .isEmpty();
                cells++;
            }
        }
        assertThat(cells).isEqualTo(Role.values().length * Category.values().length);
    }

    @Test
    void police_and_prosecution_are_told_of_no_shelter_and_an_administrator_of_no_file() {
        Set<Access> open = EnumSet.complementOf(EnumSet.of(Access.NOTHING));
        for (Access access : open) {
            for (Role role : Role.POLICE_OR_PROSECUTION) {
                assertThat(Fence.before(role, Category.SHELTER_PLACEMENT, access))
                        .isPresent();
                assertThat(Fence.before(role, Category.COUNSELLING_NOTES, access))
                        .isPresent();
            }
            Arrays.stream(Category.values())
                    .filter(category -> category != Category.STATISTICS)
                    .forEach(category ->
                            assertThat(Fence.before(Role.ADM, category, access)).isPresent());
        }
    }

    @Test
    void no_category_is_written_in_by_a_role_that_the_fence_gives_it_to_by_a_side_door() {
        Map<Category, Set<Role>> writers = Map.of(
                Category.IDENTITY, EnumSet.of(Role.CW),
                Category.HEALTH, EnumSet.of(Role.HLT),
                Category.COUNSELLING_NOTES, EnumSet.of(Role.COU),
                Category.LAW_ENFORCEMENT_INTELLIGENCE, EnumSet.of(Role.LEL),
                Category.SHELTER_PLACEMENT, EnumSet.of(Role.SHS, Role.SHM));
        writers.forEach((category, those) -> {
            Set<Role> may = EnumSet.noneOf(Role.class);
            for (Role role : Role.values()) {
                if (Fence.before(role, category, Access.FULL).isEmpty()
                        || Fence.before(role, category, Access.OWN).isEmpty()) {
                    may.add(role);
                }
            }
            assertThat(may).as(category.name()).isEqualTo(those);
        });
    }

    @Test
    void a_change_says_whether_it_opens_or_closes() {
        assertThat(Access.EXISTENCE.to(Access.MINIMUM)).isEqualTo(Effect.OPENS);
        assertThat(Access.READ.to(Access.CONDITIONAL)).isEqualTo(Effect.CLOSES);
        assertThat(Access.MINIMUM.to(Access.CONDITIONAL)).isEqualTo(Effect.BOTH);
        assertThat(Access.OWN.to(Access.READ)).isEqualTo(Effect.BOTH);
        assertThat(Access.NOTHING.to(Access.AGGREGATE)).isEqualTo(Effect.OPENS);
        assertThat(Access.FULL.to(Access.NOTHING)).isEqualTo(Effect.CLOSES);
        for (Access access : Access.values()) {
            assertThat(Access.of(access.letter())).isSameAs(access);
        }
    }
}

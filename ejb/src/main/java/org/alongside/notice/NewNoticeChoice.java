package org.alongside.notice;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.alongside.code.CodeOf;

/**
 * What somebody chooses, as in {@link NoticeChoice}; quiet hours are given both or not at all, and may run over midnight.
 */
public record NewNoticeChoice(
        @NotNull @CodeOf("notice_way") String way,
        @NotNull @Min(0) @Max(23) Integer digestHour,
        @Min(0) @Max(23) Integer quietFrom,
        @Min(0) @Max(23) Integer quietUntil,
        @NotNull @CodeOf("notice_language") String language) {}

package huxiao.server.api;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;

/** A day between two others, both included, written as {@code 2026-11-24}; an absent one passes. */
@Constraint(validatedBy = DayBetween.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@interface DayBetween {
    /** First day allowed. */
    String first();

    /** Last day allowed. */
    String last();

    /** Not shown; faults have messages of their own. */
    String message() default "";

    /** Part of every constraint. */
    Class<?>[] groups() default {};

    /** Part of every constraint. */
    Class<? extends Payload>[] payload() default {};

    /** Compares. */
    final class Check implements ConstraintValidator<DayBetween, LocalDate> {
        private LocalDate first = LocalDate.MIN;
        private LocalDate last = LocalDate.MAX;

        @Override
        public void initialize(DayBetween bounds) {
            first = LocalDate.parse(bounds.first());
            last = LocalDate.parse(bounds.last());
        }

        @Override
        public boolean isValid(LocalDate day, ConstraintValidatorContext context) {
            return day == null || (!day.isBefore(first) && !day.isAfter(last));
        }
    }
}

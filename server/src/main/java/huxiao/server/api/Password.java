package huxiao.server.api;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;

/** A password, taken exactly as it was typed, of so many bytes in UTF-8 and not of blanks alone; an empty one passes. */
@Constraint(validatedBy = Password.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@interface Password {
    /** Fewest bytes; an old password may be shorter than a new one. */
    int least() default 12;

    /** Most bytes: bcrypt looks at no more than these. */
    int most() default 72;

    /** Not shown; faults have messages of their own. */
    String message() default "";

    /** Part of every constraint. */
    Class<?>[] groups() default {};

    /** Part of every constraint. */
    Class<? extends Payload>[] payload() default {};

    /** Counts. */
    final class Check implements ConstraintValidator<Password, String> {
        private int least;
        private int most;

        @Override
        public void initialize(Password bounds) {
            least = bounds.least();
            most = bounds.most();
        }

        @Override
        public boolean isValid(String password, ConstraintValidatorContext context) {
            if (password == null || password.isEmpty()) {
                return true;
            }
            int bytes = password.getBytes(StandardCharsets.UTF_8).length;
            return !password.isBlank() && bytes >= least && bytes <= most;
        }
    }
}

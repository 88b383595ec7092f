package huxiao.server.api;

import huxiao.model.School;
import huxiao.model.Schools;
import huxiao.register.Register;
import huxiao.register.Scope;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A part of a scope that the directory of schools knows; an empty one passes. What an account has is known too, so that an account
 * can still be switched off after its school has left the directory.
 */
@Constraint(validatedBy = InDirectory.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@interface InDirectory {
    /** Which part. */
    Part value();

    /** Not shown; faults have messages of their own. */
    String message() default "";

    /** Part of every constraint. */
    Class<?>[] groups() default {};

    /** Part of every constraint. */
    Class<? extends Payload>[] payload() default {};

    /** The parts of a scope. */
    enum Part {
        /** District in which a school lies. */
        DISTRICT,
        /** Police unit that answers for it. */
        POLICE_UNIT,
        /** Education office that answers for it. */
        EDUCATION_BUREAU,
        /** Its code. */
        SCHOOL;

        /** Key of the message for a value that is not known. */
        String fault() {
            return switch (this) {
                case DISTRICT -> "fault.district";
                case POLICE_UNIT -> "fault.policeUnit";
                case EDUCATION_BUREAU -> "fault.educationBureau";
                case SCHOOL -> "fault.school";
            };
        }

        private String of(School school) {
            return switch (this) {
                case DISTRICT -> school.district();
                case POLICE_UNIT -> school.policeUnit();
                case EDUCATION_BUREAU -> school.educationBureau();
                case SCHOOL -> school.code();
            };
        }

        private String of(Scope scope) {
            return switch (this) {
                case DISTRICT -> scope.district();
                case POLICE_UNIT -> scope.policeUnit();
                case EDUCATION_BUREAU -> scope.educationBureau();
                case SCHOOL -> scope.school();
            };
        }
    }

    /** Looks it up. */
    final class Check implements ConstraintValidator<InDirectory, String> {
        private final Schools schools;
        private final Register register;
        private Part part = Part.SCHOOL;

        Check(Schools schools, Register register) {
            this.schools = schools;
            this.register = register;
        }

        @Override
        public void initialize(InDirectory where) {
            part = where.value();
        }

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null
                    || value.isEmpty()
                    || schools.all().stream().anyMatch(school -> value.equals(part.of(school)))
                    || register.accounts().all().stream().anyMatch(account -> value.equals(part.of(account.scope())));
        }
    }
}

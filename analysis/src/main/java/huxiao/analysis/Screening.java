package huxiao.analysis;

/**
 * What a cheap look at a post says.
 *
 * @param worthAssessing whether it may tell of danger; collects too much rather than too little
 * @param mayNameSchool whether a name that schools of the city go by stands in it; {@link Judge#assess} tells whether it is one
 * @param probability of danger, 0…1, by the screen
 */
public record Screening(boolean worthAssessing, boolean mayNameSchool, double probability) {}

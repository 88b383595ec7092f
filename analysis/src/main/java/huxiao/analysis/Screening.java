package huxiao.analysis;

/**
 * What a cheap look at a post says.
 *
 * @param worthAssessing whether it may tell of danger; collects too much rather than too little
 * @param namesSchool whether it names a school of the city
 * @param probability of danger, 0…1, by the screen
 */
public record Screening(boolean worthAssessing, boolean namesSchool, double probability) {}

package huxiao.streaming.merge;

import huxiao.model.School;

/**
 * How many full-time guards a school must have: 中小学幼儿园安全防范要求 (GB/T 29315) with the staffing of the joint notice of
 * 2015 (公安部、教育部): at least one below 100 pupils, two up to 1,000, one more for each 500 above; a boarding school at least two
 * up to 300 boarders and one more for each 300 above.
 */
final class GuardStandard {
    private GuardStandard() {}

    static int required(School school) {
        int byPupils = school.pupils() < 100 ? 1 : 2 + Math.max(0, ceil(school.pupils() - 1000, 500));
        int byBoarders = school.boarding() ? 2 + Math.max(0, ceil(school.boarders() - 300, 300)) : 0;
        return Math.max(byPupils, byBoarders);
    }

    private static int ceil(int amount, int step) {
        return amount <= 0 ? 0 : (amount + step - 1) / step;
    }
}

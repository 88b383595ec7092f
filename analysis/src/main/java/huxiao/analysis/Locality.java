package huxiao.analysis;

import huxiao.model.School;

/**
 * Where a school lies, in the normal form that texts are searched for.
 *
 * @param district its district without 区 or 县, such as 河畔; too short to be looked for where empty
 * @param wholeDistrict its district
 * @param street its street, or its town without 镇
 */
record Locality(String district, String wholeDistrict, String street) {
    static Locality of(School school) {
        String district = SchoolNames.key(school.district());
        String street = SchoolNames.key(school.street());
        boolean town = street.endsWith("镇") || street.endsWith("乡");
        return new Locality(bare(district), district, town ? bare(street) : street);
    }

    /** A district or town without the character that says what it is. */
    static String bare(String place) {
        return place.length() > 2 ? place.substring(0, place.length() - 1) : place;
    }
}

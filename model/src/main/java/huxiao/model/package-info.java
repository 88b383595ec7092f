/**
 * The records that every module speaks: posts, assessments, alerts, schools, hazards and the merged risk of a school.
 *
 * <p>Pure data with checked constructors, and their one JSON form ({@link huxiao.model.Json}). Knows no other module. Start
 * reading at {@link huxiao.model.Post}, then {@link huxiao.model.Assessment} and {@link huxiao.model.Alert}.
 */
package huxiao.model;

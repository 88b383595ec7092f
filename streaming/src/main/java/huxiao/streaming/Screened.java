package huxiao.streaming;

import huxiao.model.Post;

/**
 * A post that screening lets through.
 *
 * @param post the post, masked
 * @param concernsSchool whether it names a school of the jurisdiction or comes from a source tied to one
 */
public record Screened(Post post, boolean concernsSchool) {}

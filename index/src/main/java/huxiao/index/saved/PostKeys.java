package huxiao.index.saved;

import huxiao.index.memory.Entry;
import huxiao.index.saved.Key.Kind;
import huxiao.index.text.CutText;
import huxiao.index.text.Keyword;
import huxiao.index.text.Token;
import huxiao.index.text.Wildcard;
import huxiao.model.Assessment;
import huxiao.model.Category;
import java.util.List;

/** All keys that a post shows. Whatever {@link ConditionCompiler} may ask for must come from here, or posts would be missed. */
final class PostKeys {
    /** A character's own key and that of it with the one before. */
    private static final int PER_CHARACTER = 2;

    /** Level, stance, place and source. */
    private static final int FIELDS = 4;

    private PostKeys() {}

    static KeySet of(Entry post) {
        Assessment assessment = post.indexed().assessment();
        List<String> schools = assessment.linkedSchools();
        KeySet keys = new KeySet(texts(post) + FIELDS + assessment.categories().size() + schools.size());
        for (CutText text : post.texts()) {
            for (Token word : text.words()) {
                keys.add(Key.number(Kind.WORD, word.text()));
            }
            characters(text.characters(), keys);
        }
        keys.add(Key.number(Kind.LEVEL, assessment.level().name()));
        keys.add(Key.number(Kind.STANCE, assessment.stance().name()));
        keys.add(
                Key.number(Kind.PLACE, Keyword.of(post.indexed().post().place()).text()));
        keys.add(Key.number(
                Kind.SOURCE, Keyword.of(post.indexed().post().source()).text()));
        for (Category category : assessment.categories()) {
            keys.add(Key.number(Kind.CATEGORY, category.name()));
        }
        for (String school : schools) {
            keys.add(Key.number(Kind.SCHOOL, school));
        }
        return keys;
    }

    private static int texts(Entry post) {
        int sum = 0;
        for (CutText text : post.texts()) {
            sum += text.words().size() + PER_CHARACTER * text.characters().size();
            for (Token token : text.characters()) {
                sum += beginnings(token);
            }
        }
        return sum;
    }

    /** How many beginnings of a token a pattern may have; none where it is no run of letters. */
    private static int beginnings(Token token) {
        String text = token.text();
        return Wildcard.isLetterOrDigit(text.charAt(0)) ? Math.min(Key.LONGEST_BEGINNING, text.length()) : 0;
    }

    private static void characters(List<Token> characters, KeySet keys) {
        for (int i = 0; i < characters.size(); i++) {
            Token token = characters.get(i);
            keys.add(Key.number(Kind.CHARACTER, token.text()));
            if (i > 0 && token.position() - characters.get(i - 1).position() == 1) {
                keys.add(Key.pair(characters.get(i - 1).text(), token.text()));
            }
            for (int end = 1; end <= beginnings(token); end++) {
                keys.add(Key.number(Kind.BEGINNING, token.text().substring(0, end)));
            }
        }
    }
}

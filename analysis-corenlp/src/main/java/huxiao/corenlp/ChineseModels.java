package huxiao.corenlp;

import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.parser.nndep.DependencyParser;
import edu.stanford.nlp.tagger.maxent.MaxentTagger;
import edu.stanford.nlp.trees.TypedDependency;
import huxiao.analysis.frame.Arc;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** CoreNLP's Chinese part-of-speech tagger and dependency model, as {@code StanfordCoreNLP-chinese.properties} names them. Thread safe. */
final class ChineseModels {
    private static final String TAGGER = "edu/stanford/nlp/models/pos-tagger/chinese-distsim.tagger";
    private static final String PARSER = "edu/stanford/nlp/models/parser/nndep/UD_Chinese.gz";

    private final MaxentTagger tagger;
    private final DependencyParser parser;

    private ChineseModels(MaxentTagger tagger, DependencyParser parser) {
        this.tagger = tagger;
        this.parser = parser;
    }

    /** Loads both and parses a sentence, so that the first post need not wait for what is done only once. */
    static ChineseModels load() {
        Properties chinese = new Properties();
        chinese.setProperty("language", "Chinese");
        ChineseModels models =
                new ChineseModels(new MaxentTagger(TAGGER), DependencyParser.loadFromModelFile(PARSER, chinese));
        models.arcs(List.of("学生", "把", "老师", "打", "了"));
        return models;
    }

    List<Arc> arcs(List<String> words) {
        List<CoreLabel> labels = new ArrayList<>(words.size());
        for (String word : words) {
            CoreLabel label = new CoreLabel();
            label.setWord(word);
            label.setValue(word);
            label.setIndex(labels.size() + 1);
            labels.add(label);
        }
        tagger.tagCoreLabels(labels);
        List<Arc> arcs = new ArrayList<>(words.size());
        for (TypedDependency arc : parser.predict(labels).typedDependencies()) {
            arcs.add(new Arc(
                    arc.dep().index() - 1, arc.gov().index() - 1, arc.reln().toString()));
        }
        return arcs;
    }
}

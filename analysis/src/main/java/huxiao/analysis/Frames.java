package huxiao.analysis;

import huxiao.analysis.frame.Frame;
import huxiao.analysis.frame.FrameText;
import huxiao.analysis.frame.Range;
import huxiao.analysis.time.TimeExpression;
import huxiao.model.Span;
import huxiao.model.ThreatFrame;
import huxiao.model.TimeWindow;
import java.util.List;

/** Hands a reading to the frame's reader, and its frame back as the author's own characters. Pure. */
final class Frames {
    private Frames() {}

    static FrameText text(Reading reading) {
        return new FrameText(
                reading.text(),
                reading.words().stream()
                        .map(term -> new FrameText.Word(
                                term.offset, term.word, term.nature == null ? "" : term.nature.toString()))
                        .toList(),
                reading.cues().stream()
                        .map(cue -> new FrameText.Sign(cue.start(), cue.end(), cue.group()))
                        .toList(),
                reading.mentions().stream()
                        .map(mention -> new Range(mention.start(), mention.end()))
                        .toList());
    }

    static ThreatFrame of(Document document, Frame frame) {
        if (!frame.isPresent()) {
            return ThreatFrame.NONE;
        }
        return new ThreatFrame(
                span(document, frame.actor()),
                frame.person(),
                frame.staff(),
                span(document, frame.act()),
                span(document, frame.means()),
                span(document, frame.target()),
                span(document, frame.place()),
                frame.times().stream().map(time -> window(document, time)).toList(),
                List.copyOf(frame.modes()),
                frame.parser());
    }

    private static TimeWindow window(Document document, TimeExpression time) {
        return new TimeWindow(document.span(time.start(), time.end()), time.from(), time.to());
    }

    private static Span span(Document document, Range range) {
        return range.isEmpty() ? Span.NOWHERE : document.span(range.start(), range.end());
    }
}

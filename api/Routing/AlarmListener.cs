namespace KediriLapor.Routing;

/// <summary>
/// Hears emergencies. A cue raises the alarm unless its words belong to an idiom, are feared or asked about rather than
/// told, or are clearly over; when in doubt the alarm stands, for a false alarm costs a call and a missed one a life.
/// </summary>
internal sealed class AlarmListener
{
    /// <summary>Words between a doubt ("takut ada", "rawan") and the cue it speaks of, within one clause.</summary>
    private const int DoubtReach = 5;

    /// <summary>Words between a question's topic ("jadwal pelatihan") and the cue, on either side.</summary>
    private const int TopicReach = 5;

    private readonly CueBook _cues;
    private readonly CueBook _calming;

    public AlarmListener(Language language, Lexicon lexicon)
    {
        _cues = new CueBook(language.Cues.Select(cue => CuePattern.Parse(cue.Pattern, cue.Service, lexicon)));
        _calming = new CueBook(language.Calming.Select(context => CuePattern.Parse(context.Pattern, context.Kind, lexicon)));
    }

    /// <summary>Codes of the services whose alarm the text raises, first heard first; a code once per cue.</summary>
    public List<string> Listen(List<Heard> heard)
    {
        var contexts = _calming.Find(heard);
        var cues = _cues.Find(WithoutIdioms(heard, contexts));
        return [.. cues.Where(cue => !contexts.Exists(context => Calms(context, cue, contexts, heard))).Select(cue => cue.Subject)];
    }

    // words of an idiom keep their place but can no longer be part of a cue
    private static List<Heard> WithoutIdioms(List<Heard> heard, List<CueMatch> contexts)
    {
        if (!contexts.Exists(context => context.Subject == "idiom"))
        {
            return heard;
        }

        var literal = new List<Heard>(heard);
        foreach (var idiom in contexts.Where(context => context.Subject == "idiom"))
        {
            for (var i = idiom.Start; i < idiom.End; i++)
            {
                literal[i] = literal[i] with { Form = -1, Root = -1 };
            }
        }

        return literal;
    }

    private static bool Calms(CueMatch context, CueMatch cue, List<CueMatch> contexts, List<Heard> heard)
    {
        var sameSentence = heard[context.Start].Sentence == heard[cue.Start].Sentence;
        return context.Subject switch
        {
            "doubt" => heard[context.Start].Clause == heard[cue.Reach - 1].Clause
                && context.End < cue.Reach && cue.Start - context.End <= DoubtReach
                && !contexts.Exists(other => other.Subject == "fright" && other.Start < context.End && context.Start < other.End),
            "topic" => sameSentence && (cue.Start >= context.End
                ? cue.Start - context.End <= TopicReach
                : context.Start - cue.End <= TopicReach),
            "long past" => heard[context.Start].Clause == heard[cue.Start].Clause,
            "past" => heard[context.Start].Clause == heard[cue.Start].Clause
                && !contexts.Exists(other => GoesOn(other, cue, heard)),
            "over" => context.Start >= cue.Start && heard[context.Start].Sentence - heard[cue.Start].Sentence <= 1
                && !contexts.Exists(other => other.Start >= context.Start && other.Subject is "now" or "pressing"),
            _ => false,
        };
    }

    private static bool GoesOn(CueMatch context, CueMatch cue, List<Heard> heard) => context.Subject switch
    {
        "pressing" => heard[context.Start].Sentence >= heard[cue.Start].Sentence,
        "now" => heard[context.Start].Clause == heard[cue.Start].Clause,
        _ => false,
    };
}

namespace KediriLapor.Routing;

/// <summary>
/// Hears emergencies. A cue raises the alarm unless its words belong to an idiom, are feared or asked about rather than
/// told, or are clearly over; when in doubt the alarm stands, for a false alarm costs a call and a missed one a life.
/// </summary>
internal sealed class AlarmListener
{
    /// <summary>Words between a doubt ("takut ada", "rawan") and the cue it speaks of.</summary>
    private const int DoubtReach = 3;

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
        var cues = _cues.Find(heard);
        if (cues.Count == 0)
        {
            return [];
        }

        var contexts = _calming.Find(heard);
        return [.. cues.Where(cue => !contexts.Exists(context => Calms(context, cue, contexts, heard))).Select(cue => cue.Subject)];
    }

    private static bool Calms(CueMatch context, CueMatch cue, List<CueMatch> contexts, List<Heard> heard)
    {
        var sameSentence = heard[context.Start].Sentence == heard[cue.Start].Sentence;
        return context.Subject switch
        {
            "idiom" => context.Start < cue.End && cue.Start < context.End,
            "doubt" => sameSentence && cue.Start >= context.End && cue.Start - context.End <= DoubtReach,
            "topic" => sameSentence && (cue.Start >= context.End
                ? cue.Start - context.End <= TopicReach
                : context.Start - cue.End <= TopicReach),
            "past" => sameSentence && !contexts.Exists(other =>
                other.Subject == "pressing" && heard[other.Start].Sentence >= heard[cue.Start].Sentence),
            "over" => context.Start >= cue.Start && heard[context.Start].Sentence - heard[cue.Start].Sentence <= 1
                && !contexts.Exists(other => other.Subject == "pressing" && other.Start >= cue.Start),
            _ => false,
        };
    }
}

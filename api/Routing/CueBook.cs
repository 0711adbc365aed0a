using System.Collections.Frozen;

namespace KediriLapor.Routing;

/// <summary>A pattern heard in a text.</summary>
/// <param name="Subject">What the pattern speaks for.</param>
/// <param name="Start">Index of its first word.</param>
/// <param name="End">Index behind the last word of its first part.</param>
/// <param name="Reach">Index behind the last word of all its parts.</param>
internal readonly record struct CueMatch(string Subject, int Start, int End, int Reach);

/// <summary>Cue patterns, found by the word they begin with.</summary>
internal sealed class CueBook
{
    private readonly FrozenDictionary<int, CuePattern[]> _byBeginning;

    public CueBook(IEnumerable<CuePattern> patterns) =>
        _byBeginning = patterns
            .SelectMany(pattern => pattern.Beginnings.Distinct().Select(word => (word, pattern)))
            .GroupBy(pair => pair.word, pair => pair.pattern)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>Every match, in order of its first word.</summary>
    public List<CueMatch> Find(List<Heard> heard)
    {
        var matches = new List<CueMatch>();
        for (var i = 0; i < heard.Count; i++)
        {
            if (heard[i].Form < 0)
            {
                continue;
            }

            Find(heard[i].Form, heard, i, matches);
            if (heard[i].Root != heard[i].Form)
            {
                Find(heard[i].Root, heard, i, matches);
            }
        }

        return matches;
    }

    private void Find(int beginning, List<Heard> heard, int start, List<CueMatch> matches)
    {
        if (!_byBeginning.TryGetValue(beginning, out var patterns))
        {
            return;
        }

        foreach (var pattern in patterns)
        {
            if (pattern.MatchAt(heard, start) is { } match)
            {
                matches.Add(match);
            }
        }
    }
}

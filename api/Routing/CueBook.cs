using System.Collections.Frozen;

namespace KediriLapor.Routing;

/// <summary>A pattern heard in a text: words <c>Start..End-1</c>.</summary>
internal readonly record struct CueMatch(string Subject, int Start, int End);

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
            var end = pattern.MatchAt(heard, start);
            if (end >= 0)
            {
                matches.Add(new CueMatch(pattern.Subject, start, end));
            }
        }
    }
}

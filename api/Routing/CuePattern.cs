namespace KediriLapor.Routing;

/// <summary>
/// A pattern of words as the lists write it: <c>anak|bocah jatuh ~sumur</c> is three steps in this order with at most
/// <see cref="MaxGap"/> words between, a bar parts alternatives, a tilde takes every word of that root, <c>^b</c> stands
/// directly behind the step before it, and <c>a + b</c> wants a and b in one sentence in either order.
/// </summary>
internal sealed class CuePattern
{
    public const int MaxGap = 2;
    private const int MaxReach = 12;

    private readonly Step[] _head;
    private readonly Step[][] _companions;

    private CuePattern(Step[] head, Step[][] companions, string subject)
    {
        _head = head;
        _companions = companions;
        Subject = subject;
    }

    /// <summary>What the pattern speaks for: a service code or a kind of context.</summary>
    public string Subject { get; }

    /// <summary>Forms and roots its first step accepts.</summary>
    public IEnumerable<int> Beginnings => _head[0].Forms.Concat(_head[0].Roots);

    /// <exception cref="InvalidDataException">A step names no known word.</exception>
    public static CuePattern Parse(string pattern, string subject, Lexicon lexicon)
    {
        var parts = pattern.Split(" + ");
        return new(Steps(parts[0]), [.. parts.Skip(1).Select(Steps)], subject);

        Step[] Steps(string part) =>
            [.. part.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(step => Step.Parse(step, lexicon, pattern))];
    }

    /// <summary>Single words of a pattern, for the vocabulary.</summary>
    public static IEnumerable<string> WordsOf(string pattern) =>
        pattern.Split([' ', '|', '~', '^', '+'], StringSplitOptions.RemoveEmptyEntries).SelectMany(Words.Fold);

    /// <summary>The match whose first part begins at <paramref name="start"/>, or null.</summary>
    public CueMatch? MatchAt(List<Heard> heard, int start)
    {
        var end = Follow(_head, heard, start);
        var reach = end;
        foreach (var companion in _companions)
        {
            if (end < 0 || Beside(companion, heard, start, end) is not (>= 0 and var far))
            {
                return null;
            }

            reach = Math.Max(reach, far);
        }

        return end < 0 ? null : new CueMatch(Subject, start, end, reach);
    }

    /// <summary>Index behind the companion found nearest the beginning, or -1.</summary>
    private static int Beside(Step[] companion, List<Heard> heard, int start, int end)
    {
        var last = Math.Min(heard.Count, end + MaxReach);
        for (var i = Math.Max(0, start - MaxReach); i < last; i++)
        {
            var inside = i >= start && i < end;
            if (!inside && heard[i].Sentence == heard[start].Sentence && Follow(companion, heard, i) is >= 0 and var found)
            {
                return found;
            }
        }

        return -1;
    }

    private static int Follow(Step[] steps, List<Heard> heard, int start)
    {
        if (!steps[0].Accepts(heard[start]))
        {
            return -1;
        }

        var at = start;
        foreach (var step in steps.AsSpan(1))
        {
            var next = at + 1;
            var gap = step.IsNext ? 0 : MaxGap;
            while (next < heard.Count && next <= at + 1 + gap && heard[next].Sentence == heard[start].Sentence
                && !step.Accepts(heard[next]))
            {
                next++;
            }

            if (next >= heard.Count || next > at + 1 + gap || heard[next].Sentence != heard[start].Sentence)
            {
                return -1;
            }

            at = next;
        }

        return at + 1;
    }

    private sealed record Step(int[] Forms, int[] Roots, bool IsNext = false)
    {
        public bool Accepts(Heard word) =>
            word.Form >= 0 && (Array.IndexOf(Forms, word.Form) >= 0 || Array.IndexOf(Roots, word.Root) >= 0);

        // a glossary word of several words (horeg = sound horeg) becomes as many steps
        public static IEnumerable<Step> Parse(string step, Lexicon lexicon, string pattern)
        {
            var isNext = step[0] == '^';
            var choices = step.TrimStart('^').Split('|', StringSplitOptions.RemoveEmptyEntries);
            if (choices.Length == 1 && lexicon.Hear(choices[0].TrimStart('~')) is { Count: > 1 } several)
            {
                return several.Select(word => new Step([word.Form], []));
            }

            var forms = new List<int>();
            var roots = new List<int>();
            foreach (var choice in choices)
            {
                var heard = lexicon.Hear(choice.TrimStart('~'));
                if (heard is not [{ Form: >= 0 } word, ..])
                {
                    throw new InvalidDataException($"\"{choice}\" of \"{pattern}\" is unknown.");
                }

                (choice[0] == '~' ? roots : forms).Add(choice[0] == '~' ? word.Root : word.Form);
            }

            return [new Step([.. forms], [.. roots], isNext)];
        }
    }
}

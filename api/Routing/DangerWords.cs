using System.Collections.Frozen;
using System.Globalization;

namespace KediriLapor.Routing;

/// <summary>What one word, or one pair of neighbours, tells about danger.</summary>
/// <param name="Words">Folded and read through the glossary; a pair has a space between. <c>*</c> is what every text starts from.</param>
/// <param name="Weight">Above zero it speaks for danger, below zero for an ordinary matter.</param>
/// <param name="Services">Emergency services it points to, each with how strongly.</param>
public sealed record DangerWord(string Words, float Weight, IReadOnlyList<(string Service, float Weight)> Services)
{
    internal const string Start = "*";

    /// <summary>Reads "words", "0.42" and "DAR-LAKA:0.6|DAR-MEDIS:0.3".</summary>
    internal static DangerWord Parse(string words, string weight, string services) =>
        new(words, Number(weight), [.. services.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(':')).Select(pair => (pair[0], Number(pair[1])))]);

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>
/// Weighs a text as a whole. The cues name the emergencies that somebody foresaw; the weights, counted from the labelled
/// texts, recognise those that nobody did, and doubt a cue that stands in an altogether calm text.
/// </summary>
internal sealed class DangerWords
{
    /// <summary>From here on a text is an emergency though no cue was heard.</summary>
    private const float Alarming = 0.25f;

    /// <summary>Below this a cue alone raises no alarm, where there are words enough to tell.</summary>
    private const float Calm = -1.5f;

    /// <summary>Sentences read together, besides the whole: one that tells of danger must not drown in a long complaint.</summary>
    private const int Together = 2;

    /// <summary>Fewer words than this do not outweigh a cue, and are judged with their neighbours only.</summary>
    private const int FewestWords = 8;

    private const int MaxServices = 2;

    /// <summary>No pair of the list is longer.</summary>
    private const int LongestPair = 64;

    private static readonly string[] Wards = ["kelurahan", "kecamatan", "desa"];

    /// <summary>Part of an address before a number; "pak RT" and "kas RW" are not.</summary>
    private static readonly string[] Neighbourhoods = ["rt", "rw"];

    private static readonly string[] Endings = ["nya", "ku", "lah"];

    private readonly FrozenDictionary<string, string[]> _glossary;
    private readonly FrozenDictionary<string, DangerWord> _words;
    private readonly float _start;

    public DangerWords(Language language)
    {
        _glossary = language.Glossary;
        _words = language.DangerWords.ToFrozenDictionary(word => word.Words);
        _start = _words.TryGetValue(DangerWord.Start, out var start) ? start.Weight : 0f;
    }

    /// <summary>The alarms of the cues as the whole text bears them out; its likeliest services where only the weights speak.</summary>
    public List<string> Weigh(List<Word> words, List<string> cues)
    {
        if (_words.Count == 0)
        {
            return cues;
        }

        var (danger, heard) = Worst(Read(words, _glossary));
        if (cues.Count > 0)
        {
            return danger > Calm || heard.Count < FewestWords ? cues : [];
        }

        return danger > Alarming ? Likeliest(heard) : [];
    }

    /// <summary>
    /// The words of a text as the weights name them. Numbers and what an address is made of say nothing here: most who write of the
    /// ward write to its office, and yet an accident is none the less one for its place.
    /// </summary>
    public static List<(string Text, int Sentence)> Read(List<Word> words, FrozenDictionary<string, string[]> glossary)
    {
        var read = new List<(string, int)>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word.IsNumber || (Neighbourhoods.Contains(word.Text) && i + 1 < words.Count && words[i + 1].IsNumber))
            {
                continue;
            }

            var bare = glossary.ContainsKey(word.Text) ? word.Text : Bare(word.Text);
            if (!glossary.TryGetValue(bare, out var meaning))
            {
                read.Add((bare, word.Sentence));
                continue;
            }

            foreach (var part in meaning)
            {
                read.Add((part, word.Sentence));
            }
        }

        read.RemoveAll(word => Wards.Contains(word.Item1));
        return read;
    }

    private static string Bare(string word)
    {
        var ending = Array.Find(Endings, ending => word.Length - ending.Length > 3 && word.EndsWith(ending, StringComparison.Ordinal));
        return ending is null ? word : word[..^ending.Length];
    }

    private (float Danger, HashSet<DangerWord> Heard) Worst(List<(string Text, int Sentence)> words)
    {
        var worst = Of(words, 0, words.Count);
        if (words.Count == 0 || words[^1].Sentence < Together)
        {
            return worst;
        }

        for (int from = 0, to; from < words.Count; from = NextSentence(words, from))
        {
            to = from;
            for (var sentence = 0; sentence < Together && to < words.Count; sentence++)
            {
                to = NextSentence(words, to);
            }

            if (to - from >= FewestWords && Of(words, from, to) is var near && near.Danger > worst.Danger)
            {
                worst = near;
            }
        }

        return worst;
    }

    private static int NextSentence(List<(string Text, int Sentence)> words, int at)
    {
        var next = at + 1;
        while (next < words.Count && words[next].Sentence == words[at].Sentence)
        {
            next++;
        }

        return next;
    }

    // a pair is looked up in a buffer: thousands of them need no string of their own
    private (float Danger, HashSet<DangerWord> Heard) Of(List<(string Text, int Sentence)> words, int from, int to)
    {
        var lookUp = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> pair = stackalloc char[LongestPair];
        var heard = new HashSet<DangerWord>(ReferenceEqualityComparer.Instance);
        var sum = 0f;
        for (var i = from; i < to; i++)
        {
            if (_words.TryGetValue(words[i].Text, out var word) && heard.Add(word))
            {
                sum += word.Weight;
            }

            if (i > from && pair.TryWrite($"{words[i - 1].Text} {words[i].Text}", out var length)
                && lookUp.TryGetValue(pair[..length], out var both) && heard.Add(both))
            {
                sum += both.Weight;
            }
        }

        return (_start + sum / MathF.Sqrt(heard.Count + 1), heard);
    }

    private static List<string> Likeliest(HashSet<DangerWord> heard) =>
        [.. heard
            .SelectMany(word => word.Services)
            .GroupBy(pair => pair.Service, pair => pair.Weight)
            .OrderByDescending(group => group.Sum())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Take(MaxServices)
            .Select(group => group.Key)];
}

using System.Collections.Frozen;

namespace KediriLapor.Routing;

/// <summary>A word as understood: the known form, its root, and how much it says.</summary>
/// <param name="Form">Number of the known form; -1 for an unknown word.</param>
/// <param name="Root">Number of the form it is derived from; its own when it is a root.</param>
/// <param name="Trust">1 for a word as written in the lists, less for one repaired or one that tells only where.</param>
/// <param name="Sentence">Number of the sentence it stands in.</param>
/// <param name="Clause">Number of the clause it stands in.</param>
/// <param name="HasTopic">False for stop words: they shape a sentence but say nothing of its subject.</param>
internal readonly record struct Heard(int Form, int Root, float Trust, int Sentence, int Clause, bool HasTopic);

/// <summary>The known words, how they derive from one another, and how a written word finds its way to them.</summary>
internal sealed class Lexicon
{
    private const int Nothing = -1;

    /// <summary>"di depan pasar": the market tells where, rarely what.</summary>
    private const float WhereNotWhat = 0.55f;

    private readonly Language _language;
    private readonly FrozenDictionary<string, int> _ids;
    private readonly FrozenSet<string> _names;
    private readonly int[] _roots;
    private readonly FrozenDictionary<(char Initial, int Length), (string Word, uint Consonants)[]> _spellings;

    /// <param name="language">Glossary, stop words and stemming exceptions.</param>
    /// <param name="vocabulary">Every folded word that carries meaning somewhere.</param>
    /// <param name="names">Folded words known only as names: never repaired into something else.</param>
    public Lexicon(Language language, IEnumerable<string> vocabulary, IEnumerable<string> names)
    {
        _language = language;
        _names = names.ToFrozenSet();
        var words = vocabulary
            .Concat(language.Glossary.Values.SelectMany(meaning => meaning))
            .Concat(language.StopWords)
            .Distinct()
            .ToArray();
        _ids = words.Select((word, id) => (word, id)).ToFrozenDictionary(pair => pair.word, pair => pair.id);
        _roots = [.. words.Select(RootOf)];
        _spellings = words.Concat(language.Glossary.Keys)
            .Distinct()
            .Where(word => word.Length > 3)
            .GroupBy(word => (word[0], word.Length))
            .ToFrozenDictionary(bucket => bucket.Key, bucket => bucket.Select(word => (word, Spelling.Consonants(word))).ToArray());
    }

    /// <summary>Count of known forms: every <see cref="Heard.Form"/> and <see cref="Heard.Root"/> is below it.</summary>
    public int Count => _roots.Length;

    /// <summary>Understands every word of a text. Words without meaning keep their place as a gap.</summary>
    public List<Heard> Hear(List<Word> words)
    {
        var heard = new List<Heard>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            if (IsAddress(words, i))
            {
                heard.Add(Unknown(words[i]));
                continue;
            }

            var isPlace = i > 0 && words[i - 1].Clause == words[i].Clause && _language.Locatives.Contains(words[i - 1].Text);
            Hear(words[i], isPlace ? WhereNotWhat : 1f, heard);
        }

        return heard;
    }

    /// <summary>Understands a phrase of the lists.</summary>
    public List<Heard> Hear(string phrase) => Hear(Words.Of(phrase));

    private void Hear(Word word, float weight, List<Heard> heard)
    {
        var known = Known(word.Text);
        var trust = 1f;
        if (known is null && !word.IsNumber)
        {
            known = Derived(word.Text) ?? Repaired(word.Text, out trust);
        }

        if (known is null or [])
        {
            heard.Add(Unknown(word));
            return;
        }

        foreach (var form in known)
        {
            var id = _ids[form];
            heard.Add(new Heard(id, _roots[id], trust * weight, word.Sentence, word.Clause, !_language.StopWords.Contains(form)));
        }
    }

    private static Heard Unknown(Word word) => new(Nothing, Nothing, 0f, word.Sentence, word.Clause, HasTopic: false);

    // "RT 02 RW 05" says where, "ketua RT" says what
    private bool IsAddress(List<Word> words, int i) =>
        i + 1 < words.Count && words[i + 1].IsNumber && _language.Numbered.Contains(words[i].Text);

    /// <summary>The forms a word stands for; empty for noise, null for an unknown word.</summary>
    private string[]? Known(string word)
    {
        if (_language.Glossary.TryGetValue(word, out var meaning))
        {
            return meaning;
        }

        if (_ids.ContainsKey(word))
        {
            return [word];
        }

        return _names.Contains(word) ? [] : null;
    }

    private string[]? Derived(string word)
    {
        foreach (var candidate in Stemmer.Candidates(word))
        {
            if (Known(candidate) is { } known)
            {
                return known;
            }
        }

        return null;
    }

    private string[]? Repaired(string word, out float trust)
    {
        var closest = Spelling.Tolerance(word.Length);
        var slack = closest >= 0.6f ? 2 : 1;
        var consonants = Spelling.Consonants(word);
        string? best = null;
        trust = 1f;
        for (var length = word.Length - slack; closest > 0f && length <= word.Length + slack; length++)
        {
            if (!_spellings.TryGetValue((word[0], length), out var bucket))
            {
                continue;
            }

            foreach (var (candidate, others) in bucket)
            {
                // the distance cannot be less than the consonants that differ: most candidates end here
                if (Spelling.Difference(consonants, others) > closest)
                {
                    continue;
                }

                var distance = Spelling.Distance(word, candidate, closest);
                if (distance < closest || (best is null && distance <= closest))
                {
                    closest = distance;
                    best = candidate;
                }
            }
        }

        if (best is null)
        {
            return null;
        }

        trust = 1f - 0.3f * closest;
        return Known(best);
    }

    /// <summary>A known word's deepest known ancestor (kebakaran -> bakar), else its bare stem if that is known, else itself.</summary>
    private int RootOf(string word, int id)
    {
        if (_language.Unstemmed.Contains(word) || _language.StopWords.Contains(word))
        {
            return id;
        }

        var root = id;
        foreach (var candidate in Stemmer.Candidates(word))
        {
            if (candidate.Length > 3 && !_language.StopWords.Contains(candidate) && _ids.TryGetValue(candidate, out var shorter))
            {
                root = shorter;
            }
        }

        return root;
    }
}

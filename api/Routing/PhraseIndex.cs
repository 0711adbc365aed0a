using System.Buffers;

namespace KediriLapor.Routing;

/// <summary>
/// Scores services by the phrases they own. Each root of a text is credited once per service, through the phrase that
/// explains it best: rare roots weigh more (inverse service frequency), a phrase heard whole more than its parts.
/// </summary>
internal sealed class PhraseIndex
{
    private const float WholePhrase = 1.5f;
    private const float ScatteredPhrase = 0.85f;
    private const float PartOfPhrase = 0.45f;
    /// <summary>A word found in this many phrases of one service speaks for it even when no phrase is heard whole.</summary>
    private const float Characteristic = 8f;
    private const float NamePhrase = 0.7f;
    private const float CharacteristicCredit = 0.7f;
    private const float SameRootOnly = 0.8f;
    private const float RepeatBonus = 0.15f;
    private const float LearnedCeiling = 0.5f;
    private const float LearnedStep = 0.1f;

    /// <summary>A subject stands at the beginning: the last word of a text counts this much less than its first.</summary>
    private const float FadeToEnd = 0.25f;

    private readonly int _services;
    private readonly Phrase[] _phrases;
    private readonly Posting[][] _byRoot;
    private readonly (int Service, float Credit)[][] _learned;
    private readonly (int Service, float Credit)[][] _characteristic;
    private readonly float[] _weights;

    public PhraseIndex(IReadOnlyList<SuggestibleService> services, IEnumerable<LearnedExample> learned, Lexicon lexicon)
    {
        _services = services.Count;
        _phrases = [.. services.SelectMany((service, number) => PhrasesOf(service, number, lexicon))];
        _byRoot = Postings(_phrases, lexicon.Count);
        _weights = [.. _byRoot.Select(postings => Weight(postings.Select(posting => _phrases[posting.Phrase].Service).Distinct().Count()))];
        _characteristic = [.. _byRoot.Select(postings => postings
            .CountBy(posting => _phrases[posting.Phrase].Service)
            .Select(count => (count.Key, CharacteristicCredit * Math.Min(1f, count.Value / Characteristic)))
            .ToArray())];
        _learned = Learn(services, learned, lexicon);
    }

    /// <summary>Adds each service's score to <paramref name="scores"/> (one place per service, in build order).</summary>
    public void Score(List<Heard> heard, Span<float> scores)
    {
        var occurrences = Occurrences.Of(heard);
        var matched = ArrayPool<float>.Shared.Rent(_phrases.Length);
        var credits = ArrayPool<float>.Shared.Rent(_services);
        Array.Clear(matched, 0, _phrases.Length);
        foreach (var root in occurrences.Roots)
        {
            foreach (var posting in _byRoot[root])
            {
                matched[posting.Phrase] += 1f;
            }
        }

        foreach (var root in occurrences.Roots)
        {
            Array.Clear(credits, 0, _services);
            var first = occurrences.First(root);
            foreach (var posting in _byRoot[root])
            {
                var phrase = _phrases[posting.Phrase];
                var sameForm = occurrences.HasForm(posting.Form) ? 1f : SameRootOnly;
                var credit = sameForm * phrase.Weight * Explanation(phrase, matched[posting.Phrase], occurrences);
                credits[phrase.Service] = Math.Max(credits[phrase.Service], credit);
            }

            foreach (var (service, credit) in _characteristic[root])
            {
                credits[service] = Math.Max(credits[service], credit);
            }

            foreach (var (service, credit) in _learned[root])
            {
                credits[service] += credit;
            }

            var fade = 1f - FadeToEnd * first / Math.Max(40, heard.Count);
            var repeats = 1f + RepeatBonus * Math.Min(3, occurrences.CountOf(root) - 1);
            var weight = _weights[root] * occurrences.Trust(root) * fade * repeats;
            for (var service = 0; service < _services; service++)
            {
                scores[service] += weight * credits[service];
            }
        }

        ArrayPool<float>.Shared.Return(matched);
        ArrayPool<float>.Shared.Return(credits);
    }

    private static float Explanation(Phrase phrase, float matched, Occurrences occurrences)
    {
        if (phrase.Roots.Length == 1)
        {
            return 1f;
        }

        if (matched < phrase.Roots.Length)
        {
            return PartOfPhrase * matched / phrase.Roots.Length;
        }

        return occurrences.Together(phrase.Roots) ? WholePhrase : ScatteredPhrase;
    }

    private static IEnumerable<Phrase> PhrasesOf(SuggestibleService service, int number, Lexicon lexicon)
    {
        var seen = new HashSet<string>();
        var own = service.Words.Concat(service.ColloquialWords).Select(words => (words, weight: 1f));
        var names = service.Name.Split(['/', ',', '(', ')']).Append(service.GroupName).Select(words => (words, weight: NamePhrase));
        foreach (var (words, weight) in own.Concat(names))
        {
            var meant = lexicon.Hear(words).Where(word => word.HasTopic).DistinctBy(word => word.Root).ToArray();
            if (meant.Length > 0 && seen.Add(string.Join(' ', meant.Select(word => word.Form))))
            {
                yield return new Phrase(number, weight, [.. meant.Select(word => word.Root)], [.. meant.Select(word => word.Form)]);
            }
        }
    }

    private static Posting[][] Postings(Phrase[] phrases, int roots)
    {
        var lists = new List<Posting>[roots];
        for (var number = 0; number < phrases.Length; number++)
        {
            for (var i = 0; i < phrases[number].Roots.Length; i++)
            {
                (lists[phrases[number].Roots[i]] ??= []).Add(new Posting(number, phrases[number].Forms[i]));
            }
        }

        return [.. lists.Select(list => list is null ? [] : list.ToArray())];
    }

    private static (int Service, float Credit)[][] Learn(
        IReadOnlyList<SuggestibleService> services, IEnumerable<LearnedExample> examples, Lexicon lexicon)
    {
        var numbers = services.Select((service, number) => (service.Code, number)).ToDictionary(pair => pair.Code, pair => pair.number);
        var counts = examples
            .Where(example => numbers.ContainsKey(example.ServiceCode))
            .SelectMany(example => lexicon.Hear(example.Text)
                .Where(word => word.HasTopic)
                .Select(word => (word.Root, Service: numbers[example.ServiceCode]))
                .Distinct())
            .CountBy(pair => pair);
        var learned = counts
            .GroupBy(count => count.Key.Root)
            .ToDictionary(
                root => root.Key,
                root => root.Select(count => (count.Key.Service, Math.Min(LearnedCeiling, LearnedStep * count.Value))).ToArray());
        return [.. Enumerable.Range(0, lexicon.Count).Select(root => learned.GetValueOrDefault(root, []))];
    }

    // BM25's inverse frequency, over services: a word of one service weighs about 4.3 of 112, one of half of them 0.7
    private float Weight(int owners) => MathF.Log(1f + (_services - owners + 0.5f) / (owners + 0.5f));

    private sealed record Phrase(int Service, float Weight, int[] Roots, int[] Forms);

    private readonly record struct Posting(int Phrase, int Form);
}

using System.Collections.Frozen;

namespace KediriLapor.Routing;

/// <summary>
/// Hears kelurahan names. A rare name (Sukorame) is heard wherever it stands; one that is also an ordinary word (Pojok is
/// a corner, Bawang an onion) only where the words around it speak of a place.
/// </summary>
internal sealed class PlaceListener
{
    /// <summary>Shortest name whose misspellings are still recognisable.</summary>
    private const int RepairableLength = 6;

    /// <summary>Distance (see <see cref="Spelling"/>) of a misspelt name: a vowel, a doubled letter or two neighbours.</summary>
    private const float RepairTolerance = 0.8f;

    private readonly Name[] _names;
    private readonly FrozenDictionary<string, Name[]> _byFirstWord;
    private readonly FrozenDictionary<string, NamedPlace[]> _shared;
    private readonly FrozenDictionary<string, FrozenSet<string>> _words;

    public PlaceListener(IReadOnlyList<NamedPlace> places, Language language)
    {
        _words = language.PlaceWords
            .GroupBy(row => row.Kind)
            .ToFrozenDictionary(kind => kind.Key, kind => kind.SelectMany(row => Words.Fold(row.Word)).ToFrozenSet());
        _names = [.. places.SelectMany(NamesOf).OrderByDescending(name => name.Words.Length)];
        _byFirstWord = _names.GroupBy(name => name.Words[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray());
        _shared = places
            .Where(place => place.Name.Contains(' ', StringComparison.Ordinal))
            .GroupBy(place => Words.Fold(place.Name).First())
            .Where(group => group.Count() > 1)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
    }

    /// <summary>The kelurahan named in a text, in order, each once.</summary>
    public List<PlaceMention> Listen(string text, List<Word> words, string? kelurahanCode)
    {
        var mentions = new List<PlaceMention>();
        NamedPlace? before = null;
        var beforeEnd = -1;
        for (var i = 0; i < words.Count; i++)
        {
            if (NameAt(words, i, out var repaired) is not { } name)
            {
                AddShared(text, words, i, kelurahanCode, mentions);
                continue;
            }

            var end = i + (repaired ? 1 : name.Words.Length);
            if (IsMeant(name, repaired, words, i, end) && !IsKecamatanOf(before, beforeEnd, name.Place, words, i))
            {
                Add(mentions, name.Place.Code, Evidence(text, words, i, end));
                before = name.Place;
                beforeEnd = end;
            }

            i = end - 1;
        }

        return mentions;
    }

    private Name? NameAt(List<Word> words, int i, out bool repaired)
    {
        repaired = false;
        if (_byFirstWord.TryGetValue(words[i].Text, out var names))
        {
            foreach (var name in names)
            {
                if (Spells(name, words, i))
                {
                    return name;
                }
            }
        }

        if (words[i].Text.Length < RepairableLength || Is("ordinary", words[i].Text))
        {
            return null;
        }

        repaired = true;
        return Misspelt(words[i].Text);
    }

    private static bool Spells(Name name, List<Word> words, int i)
    {
        for (var k = 1; k < name.Words.Length; k++)
        {
            if (i + k >= words.Count || words[i + k].Text != name.Words[k])
            {
                return false;
            }
        }

        return true;
    }

    private Name? Misspelt(string word)
    {
        foreach (var name in _names)
        {
            var close = name.Words.Length == 1 && !IsCommon(name) && Math.Abs(name.Words[0].Length - word.Length) <= 2
                && name.Words[0].Length >= RepairableLength;
            if (close && Spelling.Distance(word, name.Words[0], RepairTolerance) <= RepairTolerance)
            {
                return name;
            }
        }

        return null;
    }

    private bool IsMeant(Name name, bool repaired, List<Word> words, int start, int end)
    {
        var before = start > 0 ? words[start - 1].Text : "";
        var after = end < words.Count ? words[end].Text : "";
        if (Is("elsewhere", before) || Is("elsewhere", after) || Is("person", before) || Is("estate", after)
            || (name.Place.Namesake is { } namesake && Namesakes(namesake, after, words, end)))
        {
            return false;
        }

        if (Is("sure", before) || NumberedNeighbourhood(words, start, end))
        {
            return true;
        }

        if (IsCommon(name))
        {
            var capital = words[start].Capital && WritesSmall(words, start) && !StartsSentence(words, start);
            var cued = Is("near", before) || Is("institution", before) || Is("street", before);
            return !Is("not-before-" + name.Words[0], before) && !Is("not-after-" + name.Words[0], after)
                && (Is("everyday", name.Words[0])
                    ? (cued && capital) || (Is("street", before) && before is not "jalan")
                    : cued || capital || StandsAlone(words, start, end));
        }

        return !repaired || Is("near", before) || Is("street", before) || Is("institution", before) || words[start].Capital;
    }

    private bool IsCommon(Name name) => Is("common", name.Words[0]) || Is("everyday", name.Words[0]);

    // "Bawang RT 2", "Bangsal gang 4", "RT 03 RW 01 Pojok"
    private bool NumberedNeighbourhood(List<Word> words, int start, int end) =>
        (end + 1 < words.Count && (Is("numbered", words[end].Text) || words[end].Text is "gang" or "gg") && words[end + 1].IsNumber)
        || (start > 1 && words[start - 1].IsNumber && Is("numbered", words[start - 2].Text));

    private static bool Namesakes(string namesake, string after, List<Word> words, int end) =>
        after.Equals(namesake, StringComparison.OrdinalIgnoreCase)
        || (Array.IndexOf(["kec", "kecamatan"], after) >= 0 && end + 1 < words.Count
            && words[end + 1].Text.Equals(namesake, StringComparison.OrdinalIgnoreCase));

    // "Sukorame, Mojoroto": the second names the kecamatan of the first
    private static bool IsKecamatanOf(NamedPlace? before, int beforeEnd, NamedPlace place, List<Word> words, int start) =>
        before is not null && place.Name == place.KecamatanName && before.KecamatanName == place.Name
        && before.Code != place.Code && start - beforeEnd <= 1 && words[start].Sentence == words[beforeEnd - 1].Sentence;

    // "... mohon fogging. Blabak"
    private static bool StandsAlone(List<Word> words, int start, int end) =>
        StartsSentence(words, start) && (end == words.Count || words[end].Sentence != words[start].Sentence);

    private static bool StartsSentence(List<Word> words, int i) => i == 0 || words[i - 1].Sentence != words[i].Sentence;

    // a capital tells nothing Where Every Word Has One
    private static bool WritesSmall(List<Word> words, int start) =>
        words.Where((word, i) => i != start && !word.IsNumber).Count(word => word.Capital) * 2 < words.Count;

    private void AddShared(string text, List<Word> words, int i, string? kelurahanCode, List<PlaceMention> mentions)
    {
        if (kelurahanCode is not null && _shared.TryGetValue(words[i].Text, out var places)
            && Array.Find(places, place => place.Code == kelurahanCode) is { } place)
        {
            Add(mentions, place.Code, Evidence(text, words, i, i + 1));
        }
    }

    private static void Add(List<PlaceMention> mentions, string code, string evidence)
    {
        if (!mentions.Exists(mention => mention.KelurahanCode == code))
        {
            mentions.Add(new PlaceMention(code, evidence));
        }
    }

    private string Evidence(string text, List<Word> words, int start, int end)
    {
        var cued = start > 0 && words[start - 1].Clause == words[start].Clause
            && (Is("sure", words[start - 1].Text) || Is("street", words[start - 1].Text)
                || Is("near", words[start - 1].Text) || Is("institution", words[start - 1].Text));
        return text[words[cued ? start - 1 : start].Start..words[end - 1].End];
    }

    private bool Is(string kind, string word) => _words.TryGetValue(kind, out var words) && words.Contains(word);

    // "Bandar Lor" is also typed "bandarlor"
    private static IEnumerable<Name> NamesOf(NamedPlace place) =>
        place.Aliases.Append(place.Name)
            .Select(name => Words.Fold(name).ToArray())
            .SelectMany(name => name.Length > 1 ? [name, [string.Concat(name)]] : new[] { name })
            .Where(name => name.Length > 0)
            .DistinctBy(name => string.Join(' ', name))
            .Select(name => new Name(place, name));

    private sealed record Name(NamedPlace Place, string[] Words);
}

using System.Collections.Frozen;

namespace KediriLapor.Routing;

/// <summary>What the lists of <c>ReferenceData/language</c> say about how citizens write. Immutable.</summary>
public sealed class Language
{
    private const string ResourcePrefix = "KediriLapor.Language.";
    private static readonly Lazy<Language> BuiltIn = new(() => Read(OpenResource));

    private Language(Func<string, TextReader> open)
    {
        StopWords = Lines(open, "stop-words.txt")
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .SelectMany(Words.Fold)
            .ToFrozenSet();
        Roots = [.. Lines(open, "roots.txt").SelectMany(Words.Fold)];
        Unstemmed = Lines(open, "unstemmed.txt").SelectMany(Words.Fold).ToFrozenSet();
        Locatives = Lines(open, "locatives.txt").SelectMany(Words.Fold).ToFrozenSet();
        Numbered = Rows(open, "place-words.csv", 2).Where(row => row[0] == "numbered").SelectMany(row => Words.Fold(row[1])).ToFrozenSet();
        Glossary = Glossaries(open).ToFrozenDictionary();
        var classes = Rows(open, "word-classes.csv", 2).ToDictionary(row => row[0], row => row[1]);
        Cues = [.. Rows(open, "emergency-cues.csv", 2).Select(row => (row[0], Expand(row[1], classes)))];
        Calming = [.. Rows(open, "calming-contexts.csv", 2).Select(row => (row[0], Expand(row[1], classes)))];
        DangerWords = [.. Rows(open, "danger-words.csv", 3).Select(row => DangerWord.Parse(row[0], row[1], row[2]))];
        PlaceWords = [.. Rows(open, "place-words.csv", 2).Select(row => (row[0], row[1]))];
    }

    /// <summary>The lists compiled into this assembly.</summary>
    public static Language Default => BuiltIn.Value;

    /// <summary>Words without a topic of their own.</summary>
    internal FrozenSet<string> StopWords { get; }

    /// <summary>Words after which a noun tells where, not what.</summary>
    internal FrozenSet<string> Locatives { get; }

    /// <summary>RT and RW: with a number behind them they are an address.</summary>
    internal FrozenSet<string> Numbered { get; }

    /// <summary>Roots that tie derived words together though no list of phrases names them alone.</summary>
    internal IReadOnlyList<string> Roots { get; }

    /// <summary>Words that only look derived.</summary>
    internal FrozenSet<string> Unstemmed { get; }

    /// <summary>Slang, abbreviations and Javanese, each with the Indonesian words it stands for (none: noise).</summary>
    internal FrozenDictionary<string, string[]> Glossary { get; }

    /// <summary>(service code, cue pattern) pairs that raise an alarm.</summary>
    internal IReadOnlyList<(string Service, string Pattern)> Cues { get; }

    /// <summary>(kind, cue pattern) pairs that calm or confirm one.</summary>
    internal IReadOnlyList<(string Kind, string Pattern)> Calming { get; }

    /// <summary>What words weigh for or against danger.</summary>
    internal IReadOnlyList<DangerWord> DangerWords { get; }

    /// <summary>(kind, word) pairs that tell a place from an ordinary word.</summary>
    internal IReadOnlyList<(string Kind, string Word)> PlaceWords { get; }

    /// <param name="open">Opens one list by its file name.</param>
    /// <exception cref="InvalidDataException">A list is malformed; the message names file and line.</exception>
    public static Language Read(Func<string, TextReader> open) => new(open);

    private static StreamReader OpenResource(string name) =>
        new(typeof(Language).Assembly.GetManifestResourceStream(ResourcePrefix + name)
            ?? throw new InvalidDataException($"The list {name} is not in this assembly."));

    private static Dictionary<string, string[]> Glossaries(Func<string, TextReader> open)
    {
        var entries = new Dictionary<string, string[]>();
        foreach (var file in new[] { "slang.csv", "javanese.csv" })
        {
            foreach (var row in Rows(open, file, 2))
            {
                string[] meaning = [.. Words.Fold(row[1])];
                foreach (var spelling in row[0].Split('|'))
                {
                    entries[Words.Fold(spelling).Single()] = meaning;
                }
            }
        }

        return entries;
    }

    // "@victim" of a pattern stands for all words of that class
    private static string Expand(string pattern, Dictionary<string, string> classes) =>
        classes.Aggregate(pattern, (expanded, words) => expanded.Replace(words.Key, words.Value, StringComparison.Ordinal));

    private static IEnumerable<string> Lines(Func<string, TextReader> open, string file)
    {
        using var reader = open(file);
        while (reader.ReadLine() is { } line)
        {
            var content = line.Trim();
            if (content.Length > 0 && content[0] != '#')
            {
                yield return content;
            }
        }
    }

    private static IEnumerable<string[]> Rows(Func<string, TextReader> open, string file, int columns) =>
        Lines(open, file).Select(line => line.Split(',', StringSplitOptions.TrimEntries) is { } row && row.Length == columns
            ? row
            : throw new InvalidDataException($"{file}: \"{line}\" needs {columns} columns."));
}

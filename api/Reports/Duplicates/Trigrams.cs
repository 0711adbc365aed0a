using KediriLapor.Routing;

namespace KediriLapor.Reports.Duplicates;

/// <summary>
/// A text as the set of three-letter pieces of its words (much as pg_trgm cuts them): typing errors and affixes leave most of them alone,
/// so "berlobang" is like "berlubang" and "menumpuk" like "tumpukan", without a dictionary.
/// </summary>
internal sealed class Trigrams
{
    /// <summary>Shorter words bind sentences (di, yg, dan) and say nothing of the matter.</summary>
    private const int WordMin = 4;

    private readonly HashSet<string> pieces;

    public Trigrams(string text)
    {
        pieces = [.. Words.Of(text).Select(word => word.Text).Where(word => word.Length >= WordMin).SelectMany(PiecesOf)];
    }

    /// <summary>Dice's coefficient, 0 to 1; 0 where a text says nothing.</summary>
    public double Likeness(Trigrams other)
    {
        var all = pieces.Count + other.pieces.Count;
        return all == 0 ? 0 : 2.0 * pieces.Count(other.pieces.Contains) / all;
    }

    private static IEnumerable<string> PiecesOf(string word)
    {
        // a beginning says more of a word than its end, which most share (-an, -nya)
        var padded = " " + word;
        return Enumerable.Range(0, padded.Length - 2).Select(start => padded.Substring(start, 3));
    }
}

using System.Numerics;

namespace KediriLapor.Routing;

/// <summary>
/// Distance between a typed word and a known one, cheap where fingers and phones err: vowels left out, letters doubled,
/// h dropped, neighbours swapped.
/// </summary>
internal static class Spelling
{
    private const int MaxLength = 24;
    private const float Swap = 0.6f;

    /// <summary>How far a word of this length may be from a known one and still be taken for it.</summary>
    public static float Tolerance(int length) => length switch
    {
        < 4 => 0f,
        < 6 => 0.5f,
        6 => 0.7f,
        < 9 => 0.8f,
        _ => 1.3f,
    };

    /// <summary>Weighted Damerau-Levenshtein distance; infinity as soon as it must exceed <paramref name="limit"/>.</summary>
    public static float Distance(ReadOnlySpan<char> typed, ReadOnlySpan<char> known, float limit)
    {
        if (typed.Length > MaxLength || known.Length > MaxLength)
        {
            return float.PositiveInfinity;
        }

        Span<float> rows = stackalloc float[3 * (MaxLength + 1)];
        var before = rows[..(MaxLength + 1)];
        var above = rows[(MaxLength + 1)..(2 * (MaxLength + 1))];
        var row = rows[(2 * (MaxLength + 1))..];
        for (var j = 1; j <= known.Length; j++)
        {
            above[j] = above[j - 1] + Drop(known, j - 1);
        }

        for (var i = 1; i <= typed.Length; i++)
        {
            var best = row[0] = above[0] + Drop(typed, i - 1);
            for (var j = 1; j <= known.Length; j++)
            {
                var cost = Math.Min(
                    above[j - 1] + Replace(typed[i - 1], known[j - 1]),
                    Math.Min(above[j] + Drop(typed, i - 1), row[j - 1] + Drop(known, j - 1)));
                if (i > 1 && j > 1 && typed[i - 1] == known[j - 2] && typed[i - 2] == known[j - 1])
                {
                    cost = Math.Min(cost, before[j - 2] + Swap);
                }

                row[j] = cost;
                best = Math.Min(best, cost);
            }

            if (best > limit)
            {
                return float.PositiveInfinity;
            }

            var spare = before;
            before = above;
            above = row;
            row = spare;
        }

        return above[known.Length] <= limit ? above[known.Length] : float.PositiveInfinity;
    }

    /// <summary>The consonants of a word as a set of bits, without h, which comes and goes cheaply.</summary>
    public static uint Consonants(string word)
    {
        var set = 0u;
        foreach (var c in word)
        {
            if (char.IsAsciiLetterLower(c) && !IsVowel(c) && c != 'h')
            {
                set |= 1u << (c - 'a');
            }
        }

        return set;
    }

    /// <summary>A lower bound of <see cref="Distance"/>: each consonant only one of the words has costs at least 1.</summary>
    public static int Difference(uint consonants, uint others) =>
        Math.Max(BitOperations.PopCount(consonants & ~others), BitOperations.PopCount(others & ~consonants));

    private static float Drop(ReadOnlySpan<char> word, int i)
    {
        if (i > 0 && word[i] == word[i - 1])
        {
            return 0.3f;
        }

        return IsVowel(word[i]) || (word[i] == 'h' && i > 0) ? 0.5f : 1f;
    }

    private static float Replace(char typed, char known)
    {
        if (typed == known)
        {
            return 0f;
        }

        return IsVowel(typed) && IsVowel(known) ? 0.6f : 1f;
    }

    private static bool IsVowel(char c) => c is 'a' or 'i' or 'u' or 'e' or 'o';
}

namespace KediriLapor.Routing;

/// <summary>
/// Takes affixes off Indonesian and Javanese words, in the manner of Nazief and Adriani: it proposes, and the caller's
/// dictionary decides which proposal is a word.
/// </summary>
internal static class Stemmer
{
    private const int MaxCandidates = 48;
    private const int MinLength = 3;

    /// <summary>Three letters behind a prefix are mostly chance: pemula holds no snake (ula).</summary>
    private const int MinLengthBehindPrefix = 4;

    private static readonly string[] Suffixes =
        ["nya", "lah", "kah", "pun", "ku", "mu", "kan", "an", "in", "i", "ane", "ne", "e", "ake", "ke", "no", "en", "nipun", "ipun", "nye"];

    private static readonly string[] Prefixes =
        ["di", "ke", "se", "ber", "be", "ter", "te", "per", "memper", "diper", "ku", "kok", "tak", "nge", "ka", "mer", "keter"];

    /// <summary>Nasal beginnings and the letters they may stand for: <c>menolong</c> is men + (t)olong.</summary>
    private static readonly (string Nasal, string[] Initials)[] Nasals =
    [
        ("meng", ["", "k"]), ("peng", ["", "k"]), ("meny", ["s"]), ("peny", ["s"]),
        ("mem", ["", "p"]), ("pem", ["", "p"]), ("men", ["", "t"]), ("pen", ["", "t"]), ("me", [""]), ("pe", [""]),
        ("ngg", ["g"]), ("ng", ["", "k"]), ("ny", ["s", "c"]), ("mb", ["b"]), ("nd", ["d"]), ("nj", ["j"]),
        ("m", ["p", "w"]), ("n", ["t"]),
    ];

    /// <summary>Shorter forms the word may come from, fewest affixes removed first; the word itself is not among them.</summary>
    public static List<string> Candidates(string word)
    {
        var found = new List<string>(16);
        var from = word;
        for (var next = 0; ; next++)
        {
            foreach (var suffix in Suffixes)
            {
                if (from.Length - suffix.Length >= MinLength && from.EndsWith(suffix, StringComparison.Ordinal))
                {
                    Add(found, word, from[..^suffix.Length]);
                }
            }

            foreach (var prefix in Prefixes)
            {
                if (from.Length - prefix.Length >= MinLengthBehindPrefix && from.StartsWith(prefix, StringComparison.Ordinal))
                {
                    Add(found, word, from[prefix.Length..]);
                }
            }

            foreach (var (nasal, initials) in Nasals)
            {
                if (from.Length - nasal.Length >= MinLength && from.StartsWith(nasal, StringComparison.Ordinal))
                {
                    foreach (var initial in initials.Where(initial => initial.Length + from.Length - nasal.Length >= MinLengthBehindPrefix))
                    {
                        Add(found, word, initial + from[nasal.Length..]);
                    }
                }
            }

            if (next >= found.Count || found.Count >= MaxCandidates)
            {
                return found;
            }

            from = found[next];
        }
    }

    private static void Add(List<string> found, string word, string candidate)
    {
        if (found.Count < MaxCandidates && candidate.Length >= MinLength && candidate != word && !found.Contains(candidate))
        {
            found.Add(candidate);
        }
    }
}

using System.Text;

namespace KediriLapor.Routing;

/// <summary>One written word, folded to plain lower-case letters or digits.</summary>
/// <param name="Text">Folded form: no diacritics, no letter three times in a row.</param>
/// <param name="Start">Offset of its first character in the original text.</param>
/// <param name="End">Offset behind its last character.</param>
/// <param name="Sentence">Number of the sentence it stands in.</param>
/// <param name="Clause">Number of the clause: commas and brackets divide too.</param>
/// <param name="Capital">Written with a capital first letter and a small second one.</param>
internal readonly record struct Word(string Text, int Start, int End, int Sentence, int Clause, bool Capital)
{
    public bool IsNumber => char.IsAsciiDigit(Text[0]);
}

/// <summary>Cuts free text into words. Any string is readable, malformed Unicode included.</summary>
internal static class Words
{
    public static List<Word> Of(string text)
    {
        var words = new List<Word>(text.Length / 6 + 1);
        var letters = new StringBuilder(24);
        int sentence = 0, clause = 0, start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            if (start >= 0 && Continues(text[i - 1], c))
            {
                Append(letters, c);
                continue;
            }

            // jum'at, qur'an: the apostrophe only joins
            if (start >= 0 && c is '\'' or '’' or '`' && i + 1 < text.Length && char.IsLetter(text[i + 1]))
            {
                continue;
            }

            if (start >= 0)
            {
                Close(words, letters, text, start, i, sentence, clause);
                start = -1;
            }

            if (char.IsLetterOrDigit(c))
            {
                start = i;
                Append(letters, c);
            }
            else if (EndsSentence(text, i))
            {
                sentence++;
                clause++;
            }
            else if (c is ',' or '(' or ')' or ':')
            {
                clause++;
            }
        }

        return words;
    }

    /// <summary>Folds one word the way texts are folded; empty when it has no letter or digit.</summary>
    public static IEnumerable<string> Fold(string phrase) => Of(phrase).Select(word => word.Text);

    // rt03, bapak2: letters and digits are two words
    private static bool Continues(char before, char c) =>
        char.IsLetter(c) ? !char.IsDigit(before) : char.IsDigit(c) && char.IsDigit(before);

    // "Kel. Pojok", "jl.Raung" and "1.500" do not end a sentence
    private static bool EndsSentence(string text, int i) => i < text.Length && text[i] switch
    {
        '!' or '?' or ';' or '\n' => true,
        '.' => WordLengthBefore(text, i) > 3 && (i + 1 == text.Length || !char.IsDigit(text[i + 1])),
        _ => false,
    };

    private static int WordLengthBefore(string text, int i)
    {
        var length = 0;
        while (length < i && char.IsLetterOrDigit(text[i - 1 - length]))
        {
            length++;
        }

        return length;
    }

    private static void Append(StringBuilder letters, char c)
    {
        var folded = char.ToLowerInvariant(c);
        if (!char.IsAscii(folded))
        {
            folded = char.ToLowerInvariant(folded.ToString().Normalize(NormalizationForm.FormKD)[0]);
        }

        letters.Append(folded);
    }

    private static void Close(
        List<Word> words, StringBuilder letters, string text, int start, int end, int sentence, int clause)
    {
        var folded = Squeeze(letters);
        letters.Clear();
        var repeats = words.Count > 0 && words[^1].Sentence == sentence && words[^1].Text == folded;
        // lampu-lampu, anak anak, bapak2: the plural says nothing more
        if (repeats && !char.IsAsciiDigit(folded[0]))
        {
            words[^1] = words[^1] with { End = end };
            return;
        }

        var capital = char.IsUpper(text[start]) && (start + 1 == end || char.IsLower(text[start + 1]));
        words.Add(new Word(folded, start, end, sentence, clause, capital));
    }

    /// <summary>Writes a run of three or more equal letters once ("bangeeet") and Javanese dh, th as d, t.</summary>
    private static string Squeeze(StringBuilder letters)
    {
        Span<char> kept = letters.Length <= 64 ? stackalloc char[letters.Length] : new char[letters.Length];
        var count = 0;
        for (var i = 0; i < letters.Length; i++)
        {
            var c = letters[i];
            var run = 1;
            while (i + run < letters.Length && letters[i + run] == c)
            {
                run++;
            }

            if (run > 2 && !char.IsDigit(c))
            {
                i += run - 1;
            }

            if (c == 'h' && count > 0 && kept[count - 1] is 'd' or 't' && i + 1 < letters.Length)
            {
                continue;
            }

            kept[count++] = c;
        }

        return new string(kept[..count]);
    }
}

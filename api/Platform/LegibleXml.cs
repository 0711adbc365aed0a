using System.Buffers;
using System.Text;
using System.Xml;

namespace KediriLapor.Platform;

/// <summary>Text that XML can hold, whatever a citizen's telephone sent.</summary>
internal static class LegibleXml
{
    /// <summary>XML 1.0 has no word for most control characters and for half of a surrogate pair; of these, pairs are looked at more closely.</summary>
    private static readonly SearchValues<char> Suspect =
        SearchValues.Create([.. Enumerable.Range(char.MinValue, char.MaxValue + 1).Select(code => (char)code).Where(c => !XmlConvert.IsXmlChar(c))]);

    /// <summary>The text, with U+FFFD in the place of each such character.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspect))
        {
            return text;
        }

        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                kept.Append(text, i++, 2);
            }
            else
            {
                kept.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
            }
        }

        return kept.ToString();
    }
}

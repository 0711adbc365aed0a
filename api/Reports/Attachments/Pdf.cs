using System.Globalization;
using System.IO.Compression;
using System.Text;
using KediriLapor.Platform;

namespace KediriLapor.Reports.Attachments;

/// <summary>
/// Whether a file is a whole, plain PDF (ISO 32000-2): nothing encrypted, nothing that runs, no file within it. It judges bytes and
/// draws no page, so it may refuse more than it must and costs little (docs/decisions/0018).
/// </summary>
internal static class Pdf
{
    public const string ContentType = "application/pdf";

    /// <summary>Bytes of object streams when unpacked, in one file. They hold numbers and names; a bomb is cut off here.</summary>
    private const int UnpackedMax = 32 * 1024 * 1024;

    /// <summary>How far before its data the dictionary of a stream is looked for.</summary>
    private const int DictionaryMax = 16 * 1024;

    private const int NameMax = 64;

    private const string Whitespace = "\0\t\n\f\r ";

    private static readonly byte[] Gaps = Encoding.ASCII.GetBytes(Whitespace);

    private static readonly Dictionary<string, string> Refused = new()
    {
        ["Encrypt"] = "pdf_encrypted",
        ["JavaScript"] = "pdf_active",
        ["Launch"] = "pdf_active",
        ["SubmitForm"] = "pdf_active",
        ["ImportData"] = "pdf_active",
        ["RichMedia"] = "pdf_active",
        ["XFA"] = "pdf_active",
        ["EmbeddedFile"] = "pdf_embeds_files",
        ["EmbeddedFiles"] = "pdf_embeds_files",
    };

    /// <summary>Whether it says that it is one, in its first bytes: what says so later is read as something else by somebody.</summary>
    public static bool Claims(ReadOnlySpan<byte> file) => file.StartsWith("%PDF-"u8);

    /// <exception cref="RuleViolation"><c>pdf_damaged</c>, <c>pdf_encrypted</c>, <c>pdf_active</c> or <c>pdf_embeds_files</c>, naming <c>file</c>.</exception>
    public static void Check(byte[] file)
    {
        if (!IsWhole(file))
        {
            throw Refusal("pdf_damaged");
        }

        foreach (var name in NamesIn(file))
        {
            Judge(name);
        }

        foreach (var name in NamesInObjectStreams(file))
        {
            Judge(name);
        }
    }

    /// <summary>Begins with a version, ends with its end mark and nothing behind it, and the place before that is a cross-reference.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith("%PDF-1."u8) && !file.StartsWith("%PDF-2."u8))
        {
            return false;
        }

        var body = file.TrimEnd(Gaps);
        if (!body.EndsWith("%%EOF"u8))
        {
            return false;
        }

        var digits = body[..^"%%EOF".Length].TrimEnd(Gaps);
        var place = digits[(digits.LastIndexOfAnyExceptInRange((byte)'0', (byte)'9') + 1)..];
        var before = digits[..^place.Length].TrimEnd(Gaps);
        if (!before.EndsWith("startxref"u8) || !int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at >= file.Length)
        {
            return false;
        }

        var reference = file[at..].TrimStart(Gaps);
        return reference.StartsWith("xref"u8) || (reference.Length > 0 && char.IsAsciiDigit((char)reference[0]) && reference[..Math.Min(reference.Length, 32)].IndexOf("obj"u8) > 0);
    }

    /// <summary>Every name anywhere in the file, also where no reader would look: an object can be hidden in a comment or in another's data.</summary>
    private static IEnumerable<string> NamesIn(byte[] file)
    {
        for (var at = Array.IndexOf(file, (byte)'/'); at >= 0; at = Array.IndexOf(file, (byte)'/', at + 1))
        {
            yield return NameAt(file.AsSpan(at + 1));
        }
    }

    /// <summary>A name as it is meant: <c>/J#61vaScript</c> is JavaScript.</summary>
    private static string NameAt(ReadOnlySpan<byte> text)
    {
        Span<char> name = stackalloc char[NameMax];
        var length = 0;
        for (var i = 0; i < text.Length && length < NameMax && text[i] is > (byte)' ' and < 127 and not ((byte)'/' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'(' or (byte)')' or (byte)'{' or (byte)'}' or (byte)'%'); i++)
        {
            if (text[i] == '#' && i + 2 < text.Length && byte.TryParse(text.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var meant))
            {
                (name[length++], i) = ((char)meant, i + 2);
            }
            else
            {
                name[length++] = (char)text[i];
            }
        }

        return new string(name[..length]);
    }

    /// <summary>Objects can be packed together (7.5.7). What is packed so that it cannot be looked into is refused.</summary>
    private static IEnumerable<string> NamesInObjectStreams(byte[] file)
    {
        var left = UnpackedMax;
        for (var at = Next(0); at >= 0; at = Next(at + 1))
        {
            var dictionary = DictionaryBefore(file, at);
            // a reader needs N and First to use one, whatever it says of its type
            if (!dictionary.Contains("ObjStm") && !(dictionary.Contains("N") && dictionary.Contains("First")))
            {
                continue;
            }

            var filters = dictionary.Where(name => name.EndsWith("Decode", StringComparison.Ordinal) || name == "Crypt").ToArray();
            if (dictionary.Contains("Predictor") || filters is not ([] or ["FlateDecode"]) || (filters is [] && dictionary.Contains("Filter")))
            {
                throw Refusal("pdf_damaged");
            }

            if (filters is [])
            {
                continue; // in the clear, and seen already
            }

            var unpacked = Unpack(file, at, left);
            left -= unpacked.Length;
            foreach (var name in NamesIn(unpacked))
            {
                yield return name;
            }
        }

        int Next(int from)
        {
            var found = file.AsSpan(from).IndexOf("stream"u8);
            return found < 0 ? -1 : from + found;
        }
    }

    /// <summary>The names between the beginning of the object and its <c>stream</c>; none for an <c>endstream</c>.</summary>
    private static HashSet<string> DictionaryBefore(byte[] file, int stream)
    {
        var window = file.AsSpan(Math.Max(0, stream - DictionaryMax), Math.Min(stream, DictionaryMax));
        if (window.EndsWith("end"u8))
        {
            return [];
        }

        // an "obj" within a string of the dictionary is not its beginning: what stands behind it is cut in two
        var start = window.LastIndexOf("obj"u8);
        while (start > 0 && !IsBalanced(window[start..]))
        {
            start = window[..start].LastIndexOf("obj"u8);
        }

        return [.. NamesIn(window[Math.Max(0, start)..].ToArray())];
    }

    private static bool IsBalanced(ReadOnlySpan<byte> text)
    {
        var (dictionaries, strings) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var pair = i + 1 < text.Length && text[i] == text[i + 1];
            switch (text[i])
            {
                case (byte)'\\':
                    i++;
                    break;
                case (byte)'(':
                    strings++;
                    break;
                case (byte)')' when --strings < 0:
                    return false;
                case (byte)'<' when pair:
                    (dictionaries, i) = (dictionaries + 1, i + 1);
                    break;
                case (byte)'>' when pair && --dictionaries < 0:
                    return false;
                case (byte)'>' when pair:
                    i++;
                    break;
            }
        }

        return dictionaries == 0 && strings == 0;
    }

    private static byte[] Unpack(byte[] file, int stream, int limit)
    {
        var start = stream + "stream".Length;
        start += file.AsSpan(start).StartsWith("\r\n"u8) ? 2 : 1;
        using var packed = new MemoryStream(file, Math.Min(start, file.Length), Math.Max(0, file.Length - start));
        using var plain = new ZLibStream(packed, CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        var part = new byte[64 * 1024];
        try
        {
            while (plain.Read(part) is var read and > 0)
            {
                if (unpacked.Length + read > limit)
                {
                    throw Refusal("pdf_damaged");
                }

                unpacked.Write(part, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            throw Refusal("pdf_damaged");
        }

        return unpacked.ToArray();
    }

    private static void Judge(string name)
    {
        if (Refused.TryGetValue(name, out var code))
        {
            throw Refusal(code);
        }
    }

    private static RuleViolation Refusal(string code) => new(code, field: "file");
}

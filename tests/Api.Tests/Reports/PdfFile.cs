using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace KediriLapor.Api.Tests.Reports;

/// <summary>PDFs as offices and attackers make them (ISO 32000-2, 7.5): a page without anything on it, and what is added.</summary>
internal static class PdfFile
{
    /// <summary>Whole and harmless.</summary>
    public static byte[] Plain(string inCatalog = "", string inTrailer = "", params string[] objects) =>
        Of(inTrailer, ["<</Type/Catalog/Pages 2 0 R" + inCatalog + ">>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>", .. objects]);

    /// <summary>The same, so many bytes long.</summary>
    public static byte[] OfSize(int bytes)
    {
        var padding = "x";
        for (var off = bytes - Plain(objects: Stream("", padding)).Length; off != 0; off = bytes - Plain(objects: Stream("", padding)).Length)
        {
            padding = new string('x', padding.Length + off);
        }

        return Plain(objects: Stream("", padding));
    }

    /// <summary>An object with data: <c>&lt;&lt;…&gt;&gt; stream … endstream</c>.</summary>
    public static string Stream(string dictionary, string data) => $"<<{dictionary}/Length {data.Length}>>\nstream\n{data}\nendstream";

    /// <summary>Objects packed together, as newer programs write them.</summary>
    public static string ObjectStream(string inner, string dictionary = "/Type/ObjStm/N 1/First 4/Filter/FlateDecode")
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(Encoding.Latin1.GetBytes("9 0 " + inner));
        }

        return Stream(dictionary, Encoding.Latin1.GetString(packed.ToArray()));
    }

    private static byte[] Of(string inTrailer, string[] objects)
    {
        var text = new StringBuilder("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        var places = objects.Select((content, i) =>
        {
            var place = text.Length;
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{content}\nendobj\n");
            return place;
        }).ToArray();
        var reference = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {places.Length + 1}\n0000000000 65535 f \n").AppendJoin("", places.Select(place => place.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n"));
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<</Size {places.Length + 1}/Root 1 0 R{inTrailer}>>\nstartxref\n{reference}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }
}

using System.Globalization;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace KediriLapor.Exports.Tables;

/// <param name="Heading">Above the column.</param>
/// <param name="Share">Of the page's width, beside the others.</param>
/// <param name="Text">What stands in it; null for nothing.</param>
/// <param name="Right">Set flush right, as figures are.</param>
internal sealed record PdfColumn<T>(string Heading, double Share, Func<T, string?> Text, bool Right = false);

/// <summary>Headings, sentences and tables on A4 across, one below the other; a table that goes over the page has its head again.</summary>
internal sealed class PdfPages : IDisposable
{
    public const string Type = "application/pdf";

    private const double Margin = 36;
    private const double Body = 8;
    private const double Leading = 1.35;
    private const double Gap = 4;

    /// <summary>Between columns, so that a figure set flush right does not run into the words beside it.</summary>
    private const double Gutter = 10;

    private static readonly (byte R, byte G, byte B) Ink = (28, 36, 48);
    private static readonly (byte R, byte G, byte B) Faint = (96, 106, 120);
    private static readonly (byte R, byte G, byte B) Ruled = (203, 210, 218);

    private readonly PdfDocumentBuilder document = new();
    private readonly PdfDocumentBuilder.AddedFont plain;
    private readonly PdfDocumentBuilder.AddedFont bold;
    private readonly string footer;

    private PdfPageBuilder page = null!;
    private double y;
    private int pages;

    /// <param name="title">Of the document, for readers of files and of screens.</param>
    /// <param name="footer">At the foot of each page, before its number.</param>
    public PdfPages(string title, string footer)
    {
        (document.DocumentInformation.Title, this.footer) = (title, footer);
        (plain, bold) = (document.AddStandard14Font(Standard14Font.Helvetica), document.AddStandard14Font(Standard14Font.HelveticaBold));
        Turn();
    }

    private double Width => page.PageSize.Width - (2 * Margin);

    public void Title(string text)
    {
        Write(text, Margin, 16, bold, Ink);
        y -= 16 * Leading;
    }

    public void Heading(string text)
    {
        // never alone at the foot of a page
        Room(60);
        y -= 10;
        Write(text, Margin, 11, bold, Ink);
        y -= 11 * Leading;
    }

    public void Paragraph(string text)
    {
        foreach (var line in Lines(text, Width, Body, plain))
        {
            Room(Body * Leading);
            Write(line, Margin, Body, plain, Faint);
            y -= Body * Leading;
        }
    }

    public void Table<T>(IReadOnlyList<PdfColumn<T>> columns, IEnumerable<T> rows)
    {
        var unit = Width / columns.Sum(column => column.Share);
        Head();
        foreach (var row in rows)
        {
            var cells = columns.Select(column => Lines(column.Text(row) ?? "", (column.Share * unit) - Gutter, Body, plain)).ToArray();
            var height = (cells.Max(lines => lines.Count) * Body * Leading) + Gap;
            if (Room(height))
            {
                Head();
            }

            Row(cells, plain, Ink);
            Rule();
        }

        void Head()
        {
            Row([.. columns.Select(column => Lines(column.Heading, (column.Share * unit) - Gutter, Body, bold))], bold, Faint);
            Rule();
        }

        void Row(List<string>[] cells, PdfDocumentBuilder.AddedFont font, (byte R, byte G, byte B) colour)
        {
            var x = Margin;
            for (var i = 0; i < cells.Length; i++)
            {
                var width = (columns[i].Share * unit) - Gutter;
                for (var line = 0; line < cells[i].Count; line++)
                {
                    var text = cells[i][line];
                    Write(text, columns[i].Right ? x + width - WidthOf(text, Body, font) : x, Body, font, colour, line * Body * Leading);
                }

                x += columns[i].Share * unit;
            }

            y -= cells.Max(lines => lines.Count) * Body * Leading;
        }

        void Rule()
        {
            // as far below the last line's letters as above the next one's
            var at = y + (Body * Leading) - (Body * 2 / 3);
            page.SetStrokeColor(Ruled.R, Ruled.G, Ruled.B);
            page.DrawLine(new PdfPoint(Margin, at), new PdfPoint(Margin + Width, at), 0.5);
            y -= Gap;
        }
    }

    public byte[] Build() => document.Build();

    public void Dispose() => document.Dispose();

    /// <returns>Whether a new page was needed.</returns>
    private bool Room(double height)
    {
        if (y - height >= Margin + Body)
        {
            return false;
        }

        Turn();
        return true;
    }

    private void Turn()
    {
        page = document.AddPage(PageSize.A4, isPortrait: false);
        pages++;
        y = Margin - Body;
        Write($"{footer}  ·  {pages.ToString(CultureInfo.InvariantCulture)}", Margin, Body - 1, plain, Faint);
        y = page.PageSize.Height - Margin - 16;
    }

    private void Write(string text, double x, double size, PdfDocumentBuilder.AddedFont font, (byte R, byte G, byte B) colour, double below = 0)
    {
        if (text.Length == 0)
        {
            return;
        }

        page.SetTextAndFillColor(colour.R, colour.G, colour.B);
        page.AddText(text, size, new PdfPoint(x, y - below), font);
    }

    private double WidthOf(string text, double size, PdfDocumentBuilder.AddedFont font) =>
        text.Length == 0 ? 0 : page.MeasureText(text, size, PdfPoint.Origin, font)[^1].EndBaseLine.X;

    /// <summary>Broken between words, and within one that is longer than the line.</summary>
    private List<string> Lines(string text, double width, double size, PdfDocumentBuilder.AddedFont font)
    {
        var (lines, line) = (new List<string>(), "");
        foreach (var written in Latin(text).Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            var word = written;
            while (WidthOf(line.Length == 0 ? word : $"{line} {word}", size, font) > width)
            {
                if (line.Length > 0)
                {
                    lines.Add(line);
                    line = "";
                    continue;
                }

                var fits = Enumerable.Range(1, word.Length - 1).LastOrDefault(length => WidthOf(word[..length], size, font) <= width, 1);
                lines.Add(word[..fits]);
                word = word[fits..];
                if (word.Length == 0)
                {
                    break;
                }
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        lines.Add(line);
        return lines;
    }

    /// <summary>The fonts that every reader of PDF has know the letters of western Europe; Indonesian needs no other.</summary>
    private static string Latin(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.Value switch
    {
        '²' or '³' or 'é' or '–' or '·' => rune.ToString(),
        '“' or '”' => "\"",
        '‘' or '’' => "'",
        '≥' => ">=",
        '≤' => "<=",
        '×' => "x",
        '\n' or '\t' or '\r' => " ",
        >= ' ' and <= '~' => rune.ToString(),
        _ => "?",
    }));
}

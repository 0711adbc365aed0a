using System.Globalization;
using System.Text;

namespace KediriLapor.Mobmas;

/// <summary>An iCalendar stream (RFC 5545): CRLF, lines folded at 75 octets, text escaped, instants in UTC.</summary>
internal sealed class CalendarText
{
    private const int LineOctets = 75;

    private readonly StringBuilder text = new();

    public CalendarText(string name)
    {
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//KediriLapor//Mobmas//ID");
        Line("CALSCALE:GREGORIAN");
        Line("METHOD:PUBLISH");
        Line("X-WR-CALNAME:" + Escape(name));
        Line("REFRESH-INTERVAL;VALUE=DURATION:PT15M");
    }

    /// <param name="sequence">Counts up with every change, so that a client takes the newer one.</param>
    public void Event(string uid, DateTimeOffset from, DateTimeOffset until, DateTimeOffset stamp, int sequence, string summary)
    {
        Line("BEGIN:VEVENT");
        Line("UID:" + Escape(uid));
        Line("DTSTAMP:" + Instant(stamp));
        Line("DTSTART:" + Instant(from));
        Line("DTEND:" + Instant(until));
        Line(string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{sequence}"));
        Line("SUMMARY:" + Escape(summary));
        Line("CLASS:PRIVATE");
        Line("END:VEVENT");
    }

    public override string ToString() => text + "END:VCALENDAR\r\n";

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Section 3.3.11.</summary>
    private static string Escape(string words) => words
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\r\n", "\\n", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Section 3.1: no line is longer than 75 octets, and none is broken within a character.</summary>
    private void Line(string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}

/// <summary>Purposes as a calendar on somebody's telephone says them.</summary>
internal static class PurposeWords
{
    public static string Of(Model.CarPurpose purpose) => purpose switch
    {
        Model.CarPurpose.Health => "Berobat terencana",
        Model.CarPurpose.Social => "Kegiatan sosial",
        Model.CarPurpose.Youth => "Kepemudaan",
        Model.CarPurpose.Linmas => "Linmas",
        Model.CarPurpose.Funeral => "Kedukaan",
        Model.CarPurpose.Errand => "Mengurus surat",
        Model.CarPurpose.UrgentMedical => "Darurat medis",
    };
}

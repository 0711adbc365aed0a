using System.Globalization;
using System.Text;
using System.Text.Unicode;
using KediriLapor.Deadlines;

namespace KediriLapor.CityCalendar;

/// <summary>What is wrong with a line, counted from 1.</summary>
internal sealed record HolidayFileFault(int Line, string Code);

/// <summary>
/// Days off from an iCalendar file (RFC 5545): whole-day events, a range standing for each of its days. Read here and not by a
/// library, because whoever made the file has to be told the line of everything that is wrong with it.
/// </summary>
internal sealed record HolidayFile(IReadOnlyList<Holiday> Days, IReadOnlyList<HolidayFileFault> Faults)
{
    private const string JointLeave = "cuti bersama";

    /// <summary>Longer than any holiday: what runs on is a slip of the pen in the year.</summary>
    private const int LongestDays = 31;

    /// <param name="years">First and last that may be edited.</param>
    public static HolidayFile Read(byte[] file, (int First, int Last) years)
    {
        var unreadable = Array.FindIndex(Encoding.Latin1.GetString(file).Split('\n'), line => line.Contains('\0', StringComparison.Ordinal) || !Utf8.IsValid(Encoding.Latin1.GetBytes(line)));
        if (unreadable >= 0)
        {
            return new([], [new(unreadable + 1, "invalid_characters")]);
        }

        var reader = new Reader(years);
        var lines = Unfold(Encoding.UTF8.GetString(file).TrimStart('\uFEFF'));
        lines.ForEach(reader.Take);
        reader.End(lines);
        return new([.. reader.Days.Values.Select(found => found.Day)], [.. reader.Faults.OrderBy(fault => fault.Line)]);
    }

    /// <summary>A line that begins with a blank goes on the one before (section 3.1).</summary>
    private static List<ContentLine> Unfold(string text)
    {
        List<ContentLine> lines = [];
        foreach (var (line, number) in text.Split('\n').Select((line, i) => (line.TrimEnd('\r'), i + 1)))
        {
            if (line is [' ' or '\t', ..] && lines.Count > 0)
            {
                lines[^1] = lines[^1] with { Text = lines[^1].Text + line[1..] };
            }
            else if (line.Length > 0)
            {
                lines.Add(new(number, line));
            }
        }

        return lines;
    }

    /// <summary>Name, parameters and value (section 3.1); Number counts from 1.</summary>
    private sealed record ContentLine(int Number, string Text)
    {
        private int Colon => Text.IndexOf(':', StringComparison.Ordinal);

        public string Name => (Colon < 0 ? Text : Text[..Colon]).Split(';')[0].ToUpperInvariant();

        public string Value => Colon < 0 ? "" : Text[(Colon + 1)..].Replace("\\n", " ", StringComparison.OrdinalIgnoreCase).Replace("\\", "", StringComparison.Ordinal).Trim();

        public DateOnly? Day => DateOnly.TryParseExact(Value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    private sealed class Reader((int First, int Last) years)
    {
        private ContentLine? begin;
        private ContentLine? start;
        private ContentLine? end;
        private ContentLine? summary;
        private bool joint;

        /// <summary>What began within the event and has not ended, such as an alarm: its lines are not the event's.</summary>
        private int within;

        public SortedDictionary<DateOnly, (Holiday Day, int Line)> Days { get; } = [];

        public List<HolidayFileFault> Faults { get; } = [];

        public void Take(ContentLine line)
        {
            switch (line.Name)
            {
                case "BEGIN" when IsEvent(line) && begin is not null:
                    Fault(line, "not_icalendar");
                    break;
                case "BEGIN" when IsEvent(line):
                    (begin, start, end, summary, joint, within) = (line, null, null, null, false, 0);
                    break;
                case "BEGIN" when begin is not null:
                    within++;
                    break;
                case "END" when within > 0:
                    within--;
                    break;
                case not ("BEGIN" or "END") when within > 0:
                    break;
                case "END" when IsEvent(line) && begin is not null:
                    Add();
                    begin = null;
                    break;
                case "DTSTART" when begin is not null:
                    start = line;
                    break;
                case "DTEND" when begin is not null:
                    end = line;
                    break;
                case "SUMMARY" when begin is not null:
                    summary = line;
                    break;
                case "CATEGORIES" when begin is not null:
                    joint |= IsJoint(line.Value);
                    break;
                case "RRULE" or "RDATE" or "DURATION" when begin is not null:
                    Fault(line, line.Name == "DURATION" ? "not_whole_day" : "recurring_day");
                    break;
            }
        }

        public void End(List<ContentLine> lines)
        {
            var whole = lines is [{ Name: "BEGIN" } first, .., { Name: "END" } last] && IsCalendar(first) && IsCalendar(last);
            if (!whole || begin is not null)
            {
                Faults.Add(new(begin?.Number ?? 1, "not_icalendar"));
            }
            else if (Days.Count == 0 && Faults.Count == 0)
            {
                Faults.Add(new(1, "required"));
            }
        }

        private void Add()
        {
            var name = summary?.Value ?? "";
            if (name.Length is 0 or > Holiday.NameMax)
            {
                Fault(summary ?? begin!, name.Length == 0 ? "required" : "too_long");
            }
            else if (start is null)
            {
                Fault(begin!, "date_required");
            }
            else if (start.Day is not { } first || (end is not null && end.Day is null))
            {
                Fault(start.Day is null ? start : end!, "not_whole_day");
            }
            else if ((end?.Day ?? first.AddDays(1)) is var after && (after <= first || after > first.AddDays(LongestDays)))
            {
                Fault(end!, "out_of_range");
            }
            else
            {
                for (var day = first; day < after; day = day.AddDays(1))
                {
                    Add(new Holiday(day, name, joint || IsJoint(name) ? HolidayKind.JointLeave : HolidayKind.National), start);
                }
            }
        }

        private void Add(Holiday day, ContentLine at)
        {
            if (day.Date.Year < years.First || day.Date.Year > years.Last)
            {
                Fault(at, "out_of_range");
            }
            else if (!Days.TryAdd(day.Date, (day, at.Number)) && Days[day.Date].Day != day)
            {
                Fault(at, "duplicate_day");
            }
        }

        private void Fault(ContentLine line, string code) => Faults.Add(new(line.Number, code));

        private static bool IsEvent(ContentLine line) => line.Value.Equals("VEVENT", StringComparison.OrdinalIgnoreCase);

        private static bool IsCalendar(ContentLine line) => line.Value.Equals("VCALENDAR", StringComparison.OrdinalIgnoreCase);

        private static bool IsJoint(string text) => text.Contains(JointLeave, StringComparison.OrdinalIgnoreCase);
    }
}

using System.Globalization;
using KediriLapor.Deadlines;
using KediriLapor.Platform;

namespace KediriLapor.Model.Tests.Deadlines;

/// <summary>The calendar as shipped, and instants as people say them.</summary>
internal static class Calendar
{
    public static readonly IReadOnlyList<Holiday> Holidays =
    [
        .. ReferenceFiles.Rows("holidays.csv").Select(row => new Holiday(row.Date("date"), row.Text("name"), KindOf(row.Text("type")))),
    ];

    public static readonly IReadOnlyList<OfficeHours> Hours =
    [
        .. ReferenceFiles.Rows("office_hours.csv").Select(row => new OfficeHours(
            row.Date("valid_from"),
            row.Text("valid_until") is "" ? null : row.Date("valid_until"),
            TimeOnly.Parse(row.Text("opens"), CultureInfo.InvariantCulture),
            TimeOnly.Parse(row.Text("closes"), CultureInfo.InvariantCulture))),
    ];

    public static readonly WorkingCalendar Shipped = new(Holidays, Hours);

    /// <summary>A time on a clock in Kediri: <c>2025-10-23 10:00</c>.</summary>
    public static DateTimeOffset Wib(string local) => new(DateTime.Parse(local, CultureInfo.InvariantCulture), IndonesianDate.Wib);

    public static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);

    private static HolidayKind KindOf(string type) => type switch
    {
        "libur_nasional" => HolidayKind.National,
        "cuti_bersama" => HolidayKind.JointLeave,
        _ => throw new FormatException(type),
    };
}

using System.Globalization;

namespace KediriLapor.Platform;

/// <summary>
/// Dates as Indonesians write them, in WIB. Names are spelt here and not asked of a culture: the text must be the same on a
/// machine without Indonesian locale data.
/// </summary>
public static class IndonesianDate
{
    /// <summary>Asia/Jakarta: UTC+7 all year; Indonesia knows no summer time.</summary>
    public static readonly TimeSpan Wib = TimeSpan.FromHours(7);

    private static readonly string[] Days = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

    private static readonly string[] Months =
    [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni",
        "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ];

    /// <summary><c>Kamis, 30 Oktober 2025</c></summary>
    public static string Format(DateOnly day) =>
        string.Create(CultureInfo.InvariantCulture, $"{Days[(int)day.DayOfWeek]}, {FormatDate(day)}");

    /// <summary><c>30 Oktober 2025</c></summary>
    public static string FormatDate(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {Months[day.Month - 1]} {day.Year}");

    /// <summary><c>16.00</c></summary>
    public static string Format(TimeOnly time) => time.ToString("HH.mm", CultureInfo.InvariantCulture);

    /// <summary><c>Kamis, 30 Oktober 2025 pukul 16.00 WIB</c>, whatever the offset of the instant.</summary>
    public static string Format(DateTimeOffset instant)
    {
        var (day, time) = InWib(instant);
        return $"{Format(day)} pukul {Format(time)} WIB";
    }

    /// <summary>Day and time of day on a clock in Kediri.</summary>
    public static (DateOnly Day, TimeOnly Time) InWib(DateTimeOffset instant)
    {
        var local = instant.ToOffset(Wib).DateTime;
        return (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    /// <summary>The instant (UTC) at which a day begins in Kediri.</summary>
    public static DateTimeOffset Midnight(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Wib).ToUniversalTime();
}

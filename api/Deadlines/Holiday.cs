using System.Text.Json.Serialization;

namespace KediriLapor.Deadlines;

[JsonConverter(typeof(JsonStringEnumConverter<HolidayKind>))] // stored by name in the log of edits, whatever the order here
public enum HolidayKind
{
    /// <summary>Libur nasional.</summary>
    National,

    /// <summary>Cuti bersama: collective leave of the civil service, decreed with the holidays and often added to mid-year.</summary>
    JointLeave,
}

/// <summary>A day on which offices are closed.</summary>
/// <param name="Name">Indonesian, as decreed: <c>Idul Fitri 1446 H</c>, <c>Cuti Bersama Idul Fitri</c>.</param>
public sealed record Holiday(DateOnly Date, string Name, HolidayKind Kind)
{
    public const int NameMax = 200;

    public const int SourceMax = 300;

    /// <summary>Where the day is decreed; null when nobody said.</summary>
    public string? Source { get; init; }

    /// <summary>As a sentence says it; a joint leave carries its kind in its name.</summary>
    internal string Label => Kind switch
    {
        HolidayKind.National => $"libur nasional {Name}",
        HolidayKind.JointLeave => Name,
    };
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KediriLapor.Statistics.Counting;

/// <summary>By what a day's reports are told apart. Each splits the same reports, so rows of different parts never add up.</summary>
public enum Part
{
    All,
    Kelurahan,
    Agency,
    Service,
    Channel,

    /// <summary>First key the ward, second the service.</summary>
    KelurahanService,

    /// <summary>First key the agency, second the service.</summary>
    AgencyService,
}

public enum Grain
{
    Day,

    /// <summary>The sum of its days, kept for months that are over: long periods read twelve rows a year instead of 365.</summary>
    Month,

    /// <summary>The sum of its months, kept for years that are over.</summary>
    Year,
}

internal static class Grains
{
    /// <returns>The first day of the month or year that the day is in; the day itself.</returns>
    public static DateOnly StartOf(this Grain grain, DateOnly day) => grain switch
    {
        Grain.Day => day,
        Grain.Month => new DateOnly(day.Year, day.Month, 1),
        Grain.Year => new DateOnly(day.Year, 1, 1),
    };

    /// <returns>The first day of the day, month or year that comes next.</returns>
    public static DateOnly After(this Grain grain, DateOnly day) => grain switch
    {
        Grain.Day => day.AddDays(1),
        Grain.Month => grain.StartOf(day).AddMonths(1),
        Grain.Year => grain.StartOf(day).AddYears(1),
    };
}

/// <summary>What a row is about.</summary>
/// <param name="First">Empty where the part has no key, and for what has none (no ward, no agency).</param>
/// <param name="Second">Empty where the part has one key.</param>
public readonly record struct CountKey(Part Part, string First, string Second, Sight Sight);

/// <summary>The figures of the reports that were sent in a day, month or year (WIB), of one part of them.</summary>
public sealed class StoredCount
{
    private StoredCount()
    {
    }

    public StoredCount(CountKey key, Grain grain, DateOnly start, Figures figures)
    {
        (Part, First, Second, Sight) = key;
        (Grain, Start) = (grain, start);
        (Merged, InTime, Late, Ended, Reopened) = (figures.Merged, figures.InTime, figures.Late, figures.Ended, figures.Reopened);
        (Statuses, Stars) = (figures.StoredStatuses(), figures.StoredStars());
        (Responses, Resolutions) = (figures.Responses.Stored(), figures.Resolutions.Stored());
    }

    public Part Part { get; private init; }

    public Grain Grain { get; private init; }

    /// <summary>The day, or the first of the month or year.</summary>
    public DateOnly Start { get; private init; }

    public string First { get; private init; } = "";

    public string Second { get; private init; } = "";

    public Sight Sight { get; private init; }

    public int Merged { get; private init; }

    public int InTime { get; private init; }

    public int Late { get; private init; }

    public int Ended { get; private init; }

    public int Reopened { get; private init; }

    /// <summary>In the order of the enum.</summary>
    public int[] Statuses { get; private init; } = [];

    public int[] Stars { get; private init; } = [];

    /// <summary>See <see cref="Durations.Stored"/>.</summary>
    public int[] Responses { get; private init; } = [];

    public int[] Resolutions { get; private init; } = [];

    public CountKey Key => new(Part, First, Second, Sight);

    /// <summary>Whether the other row tells the same.</summary>
    public bool Tells(StoredCount other) =>
        (Key, Grain, Start, Merged, InTime, Late, Ended, Reopened) == (other.Key, other.Grain, other.Start, other.Merged, other.InTime, other.Late, other.Ended, other.Reopened)
        && Statuses.SequenceEqual(other.Statuses) && Stars.SequenceEqual(other.Stars) && Responses.SequenceEqual(other.Responses) && Resolutions.SequenceEqual(other.Resolutions);
}

/// <summary>How far the counts have followed the history: the one row, which whoever counts holds locked.</summary>
public sealed class CountPosition
{
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    /// <summary>The snapshot of the last reading (<c>pg_snapshot</c>, docs/decisions/0021); empty before the first, and to have all counted anew.</summary>
    public string Seen { get; set; } = "";

    /// <summary>Days (WIB) that are still to be counted again.</summary>
    public DateOnly[] Waiting { get; set; } = [];

    /// <summary>The first of the month up to which, itself not included, months are kept.</summary>
    public DateOnly MonthsUntil { get; set; }

    /// <summary>The New Year's Day up to which, itself not included, years are kept.</summary>
    public DateOnly YearsUntil { get; set; }

    /// <summary>Up to which day, itself not included, rows of the grain are kept.</summary>
    public DateOnly Until(Grain grain) => grain switch
    {
        Grain.Day => DateOnly.MaxValue,
        Grain.Month => MonthsUntil,
        Grain.Year => YearsUntil,
    };
}

internal sealed class StoredCountTable : IEntityTypeConfiguration<StoredCount>
{
    public const string Name = "statistics_counts";

    public void Configure(EntityTypeBuilder<StoredCount> table)
    {
        table.ToTable(Name);
        table.HasKey(c => new { c.Part, c.Grain, c.Start, c.First, c.Second, c.Sight });
        table.Property(c => c.Part).HasMaxLength(20);
        table.Property(c => c.First).HasMaxLength(20);
        table.Property(c => c.Second).HasMaxLength(20);
        table.Ignore(c => c.Key);
        // a ward's or an agency's own services, out of all wards' and agencies'
        table.HasIndex(c => new { c.Part, c.First, c.Grain, c.Start }).HasFilter("second <> ''").HasDatabaseName("ix_statistics_counts_first");
        // one day, month or year of all parts, to be counted again
        table.HasIndex(c => new { c.Start, c.Grain });
    }
}

internal sealed class CountPositionTable : IEntityTypeConfiguration<CountPosition>
{
    public void Configure(EntityTypeBuilder<CountPosition> table)
    {
        table.ToTable("statistics_position");
        table.Property(p => p.Id).ValueGeneratedNever();
        table.HasData(new CountPosition());
    }
}

using KediriLapor.Agencies;
using KediriLapor.ServiceCatalog;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KediriLapor.Statistics.Alarms;

/// <summary>One service in one ward is reported more often than chance allows. It ends by itself when the week is usual again.</summary>
public sealed class LimitAlarm
{
    private LimitAlarm()
    {
    }

    public LimitAlarm(string kelurahanCode, string serviceCode, int count, double expected, DateTimeOffset now)
    {
        (Id, KelurahanCode, ServiceCode, RaisedAt) = (Guid.CreateVersion7(now), kelurahanCode, serviceCode, now);
        Saw(count, expected, now);
    }

    public Guid Id { get; private init; }

    public string KelurahanCode { get; private init; } = "";

    public string ServiceCode { get; private init; } = "";

    public DateTimeOffset RaisedAt { get; private init; }

    /// <summary>Null while it lasts.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Reports in the last seven days, when last counted.</summary>
    public int Count { get; private set; }

    public int Peak { get; private set; }

    /// <summary>Reports a week, by the weeks before.</summary>
    public double Expected { get; private set; }

    public int Limit { get; private set; }

    public DateTimeOffset CountedAt { get; private set; }

    public void Saw(int count, double expected, DateTimeOffset now)
    {
        (Count, Expected, Limit, CountedAt) = (count, Math.Round(expected, 2), ControlLimit.Upper(expected), now);
        Peak = Math.Max(Peak, count);
        EndedAt = count < Limit ? now : null;
    }
}

internal sealed class LimitAlarmTable : IEntityTypeConfiguration<LimitAlarm>
{
    public void Configure(EntityTypeBuilder<LimitAlarm> table)
    {
        table.ToTable("statistics_alarms");
        table.Property(a => a.Id).ValueGeneratedNever();
        table.Property(a => a.KelurahanCode).HasMaxLength(20);
        table.Property(a => a.ServiceCode).HasMaxLength(20);
        table.HasOne<Kelurahan>().WithMany().HasForeignKey(a => a.KelurahanCode).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<Service>().WithMany().HasForeignKey(a => a.ServiceCode).OnDelete(DeleteBehavior.Restrict);
        // two instances that watch at once raise one alarm
        table.HasIndex(a => new { a.KelurahanCode, a.ServiceCode }).IsUnique().HasFilter("ended_at IS NULL").HasDatabaseName("ux_statistics_alarms_lasting");
        table.HasIndex(a => a.EndedAt);
    }
}

using System.Linq.Expressions;
using KediriLapor.Clients;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KediriLapor.Open311;

/// <summary>
/// A request to the test endpoint: checked and routed as a real one, and then kept here, for a week, without a word or a name in it. No report
/// comes of it, so no officer can ever see it (docs/decisions/0028).
/// </summary>
public sealed class TestRequest
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>As its like is shown at the real endpoint.</summary>
    internal static readonly Expression<Func<TestRequest, PublicReport>> Shown = test => new PublicReport
    {
        Id = test.Id,
        Status = test.Status,
        Outcome = test.Outcome,
        ServiceCode = test.ServiceCode,
        KelurahanCode = test.KelurahanCode,
        AgencyCode = test.AgencyCode,
        Lat = test.Lat,
        Lng = test.Lng,
        SubmittedAt = test.SubmittedAt,
        UpdatedAt = test.UpdatedAt,
        DueAt = test.DueAt,
    };

    public Guid Id { get; init; }

    public Guid ClientId { get; init; }

    public string ServiceCode { get; init; } = "";

    public string? KelurahanCode { get; init; }

    public string? AgencyCode { get; init; }

    /// <summary>Coarse.</summary>
    public double? Lat { get; init; }

    public double? Lng { get; init; }

    public ReportStatus Status { get; set; }

    public Outcome? Outcome { get; set; }

    public DateTimeOffset SubmittedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Raised by every update.</summary>
    public int Version { get; set; }

    /// <summary>The update that raised it last: sent again, it raises nothing.</summary>
    public string? LastUpdateId { get; set; }

    internal static TestRequest Of(Report report, Guid clientId) => new()
    {
        Id = report.Id,
        ClientId = clientId,
        ServiceCode = report.ServiceCode,
        KelurahanCode = report.Place.KelurahanCode,
        AgencyCode = report.AgencyCode,
        Lat = Place.Coarse(report.Place.Lat),
        Lng = Place.Coarse(report.Place.Lng),
        Status = report.Status,
        SubmittedAt = report.SubmittedAt,
        UpdatedAt = report.SubmittedAt,
        DueAt = report.DueAt,
        Version = report.Version,
    };
}

internal sealed class TestRequestTable : IEntityTypeConfiguration<TestRequest>
{
    public void Configure(EntityTypeBuilder<TestRequest> table)
    {
        table.ToTable("open311_test_requests");
        table.Property(t => t.Id).ValueGeneratedNever();
        table.Property(t => t.ServiceCode).HasMaxLength(20);
        table.Property(t => t.KelurahanCode).HasMaxLength(20);
        table.Property(t => t.AgencyCode).HasMaxLength(20);
        table.Property(t => t.Version).IsConcurrencyToken();
        table.Property(t => t.LastUpdateId).HasMaxLength(ReceivedUpdate.UpdateIdMax);
        table.HasIndex(t => t.UpdatedAt);
        table.HasOne<ApiClient>().WithMany().HasForeignKey(t => t.ClientId).OnDelete(DeleteBehavior.Restrict);
    }
}

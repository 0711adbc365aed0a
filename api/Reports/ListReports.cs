using KediriLapor.Persistence.Reading;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;

namespace KediriLapor.Reports;

/// <summary>The queue of an actor, most urgent first, reports without a running clock last.</summary>
/// <param name="Escalated">Whether the running clock has climbed to the actor's own unit.</param>
public sealed record ListReports(
    ReportStatus[] Status, string? Service, string? Kelurahan, string? Agency, bool? Overdue, bool? Escalated, string? Q, int PageSize, string? After) : IQuery<Page<ReportListItem>>;

/// <param name="Excerpt">The beginning of the words, masked as for the public: a list reads no contact. At most <see cref="ReportQueue.ExcerptMax"/> characters.</param>
/// <param name="Supports">How many said "saya juga".</param>
/// <param name="MergedInto">The report that is handled in its place.</param>
/// <param name="Location">Where, as exactly as it was told; null for a place in words.</param>
public sealed record ReportListItem(
    Guid Id, string TrackingCode, ReportStatus Status, Named Service, Named? Kelurahan, Named? Agency, DateTimeOffset SubmittedAt, DateTimeOffset? DueAt, int Version,
    string Excerpt, int Supports, Guid? MergedInto, PointOnMap? Location)
{
    internal static ReportListItem Of(Row row, City city) => new(
        row.Value<Guid>(), Model.TrackingCode.FromStored(row.Text()).ToString(), row.Word<ReportStatus>(), city.ServiceNamed(row.Text()), city.KelurahanNamed(row.TextOrNull()),
        city.AgencyNamed(row.TextOrNull()), row.Value<DateTimeOffset>(), Report.DueAtOf(row.Value<DateTimeOffset>()), row.Value<int>(), row.Text(), row.Value<int>(), row.ValueOrNull<Guid>(),
        PointOnMap.Of(row.ValueOrNull<double>(), row.ValueOrNull<double>()));
}

internal sealed class ListReportsHandler(ReportQueue queue) : IRequestHandler<ListReports, Page<ReportListItem>>
{
    public Task<Page<ReportListItem>> Handle(ListReports request, CancellationToken cancellationToken) => queue.Read(request, cancellationToken);
}

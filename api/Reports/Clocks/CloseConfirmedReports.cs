using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;

namespace KediriLapor.Reports.Clocks;

/// <summary>SP4N: a resolved report whose reporter says nothing for ten days is closed as fixed.</summary>
public sealed record CloseConfirmedReports : IBatchCommand;

internal sealed class CloseConfirmedReportsHandler(AppDb db, CityWatch watch, TimeProvider time) : IRequestHandler<CloseConfirmedReports, int>
{
    public Task<int> Handle(CloseConfirmedReports request, CancellationToken cancellationToken) =>
        db.CloseDue(ReportStatus.Resolved, watch.Current, time.Now(), cancellationToken);
}

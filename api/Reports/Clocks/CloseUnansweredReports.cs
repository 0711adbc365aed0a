using KediriLapor.Persistence;
using KediriLapor.Persistence.Reference;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;
using MediatR;

namespace KediriLapor.Reports.Clocks;

/// <summary>A report whose reporter does not answer a question for thirty days is closed.</summary>
public sealed record CloseUnansweredReports : IBatchCommand;

internal sealed class CloseUnansweredReportsHandler(AppDb db, CityWatch watch, TimeProvider time) : IRequestHandler<CloseUnansweredReports, int>
{
    public Task<int> Handle(CloseUnansweredReports request, CancellationToken cancellationToken) =>
        db.CloseDue(ReportStatus.NeedsInformation, watch.Current, time.Now(), cancellationToken);
}

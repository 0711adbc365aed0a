using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using KediriLapor.Reports;
using KediriLapor.Reports.Model;
using MediatR;

namespace KediriLapor.Open311;

/// <summary>Checks and routes a request as a real one, and keeps no report of it.</summary>
internal sealed record SubmitTestRequest(NewReport Report) : ICommand<Guid>;

internal sealed class SubmitTestRequestHandler(AppDb db, Intake intake, CurrentActor actor) : IRequestHandler<SubmitTestRequest, Guid>
{
    public Task<Guid> Handle(SubmitTestRequest request, CancellationToken cancellationToken)
    {
        var (sent, who) = (request.Report, actor.Value);
        var contact = ContactVault.Check(sent.Reporter?.Name, sent.Reporter?.Phone, sent.Reporter?.Email);
        var place = sent is { Location: null, KelurahanCode: null } ? new Place(null, null, null, null, sent.Address) : null;
        var (report, _) = intake.Take(sent, new Origin(who, Channel.Api, ReportSecret.New().Hash(), contact?.Name, Place: place));
        db.ChangeTracker.Clear();
        db.TestRequests.Add(TestRequest.Of(report, who.Client!.Id));
        return Task.FromResult(report.Id);
    }
}

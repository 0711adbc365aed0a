using KediriLapor.Accounts;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.Reports;

/// <summary>
/// The reports, of those that the actor sees, whose reporter left this phone; never an anonymous one. Whoever finds a report so has read
/// whose it is: each found one is a reading in the log, and what cannot be logged is not told.
/// </summary>
/// <param name="Phone">E.164.</param>
/// <param name="Queue">Everything else that was asked for.</param>
public sealed record FindReportsByPhone(string Phone, ListReports Queue) : ICommand<Page<ReportListItem>>;

internal sealed class FindReportsByPhoneHandler(AppDb db, ReportQueue queue, ContactIndex contacts, CurrentActor actor, TimeProvider time)
    : IRequestHandler<FindReportsByPhone, Page<ReportListItem>>
{
    public async Task<Page<ReportListItem>> Handle(FindReportsByPhone request, CancellationToken cancellationToken)
    {
        var index = contacts.OfPhone(request.Phone);
        var found = await queue.Read(
            request.Queue with { Q = null },
            cancellationToken,
            $"NOT r.anonymous AND EXISTS (SELECT FROM reporter_contacts WHERE report_id = r.id AND phone_index = {index})");
        db.ContactReadings.AddRange(found.Items.Select(item => new ContactReading(item.Id, actor.Value, ContactReading.SoughtByPhone, time.Now())));
        return found;
    }
}

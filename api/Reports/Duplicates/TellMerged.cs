using KediriLapor.Persistence;
using KediriLapor.Persistence.Outbox;
using KediriLapor.Persistence.Reference;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Reports.Duplicates;

/// <summary>Hears what is answered to a report and tells it to the reporters of those merged into it; when it is closed, they are.</summary>
/// <remarks>
/// Beside the change itself, not in it: a survivor of hundreds answers as quickly as any other report. Nothing is locked: who is moved by
/// somebody else meanwhile fails by its version, and the relay tells it anew.
/// </remarks>
internal sealed class TellMerged(AppDb db, CityWatch watch, ContactVault vault, TimeProvider time) : IOutboxConsumer
{
    public const string Name = "tell-merged";

    public async Task Consume(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var survivors = messages.Select(message => message.SubjectId).ToArray();
        var merged = await db.Reports.Include(r => r.History).Where(r => survivors.Contains(r.MergedInto!.Value)).ToListAsync(cancellationToken);
        if (merged.Count == 0)
        {
            return;
        }

        var (city, now) = (watch.Current, time.Now());
        // only to be masked
        var names = (await db.ReporterContacts.AsNoTracking().Where(c => survivors.Contains(c.ReportId)).ToListAsync(cancellationToken))
            .ToDictionary(contact => contact.ReportId, contact => vault.Open(contact).Name);
        foreach (var message in messages)
        {
            var answer = await db.ReportEvents.AsNoTracking().SingleAsync(e => e.ReportId == message.SubjectId && e.Sequence == message.Sequence, cancellationToken);
            foreach (var report in merged.Where(report => report.MergedInto == message.SubjectId))
            {
                report.Hear(answer, names.GetValueOrDefault(message.SubjectId), city.TermsOf(report.ServiceCode), now);
            }
        }
    }
}

using KediriLapor.Persistence;
using KediriLapor.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Routing;

/// <summary>A service that a verifier or officer corrected: the words of the report belong to the service it ended in.</summary>
public sealed class LearnedCorrection
{
    public Guid ReportId { get; init; }

    public int Sequence { get; init; }

    /// <summary>Masked words of the report; no personal data.</summary>
    public string Text { get; init; } = "";

    public string ServiceCode { get; init; } = "";
}

/// <summary>Hears corrections by disposisi, so that the suggestions learn what the rules of words did not know.</summary>
internal sealed class LearnFromCorrection(AppDb db) : IOutboxConsumer
{
    public const string Name = "learn-from-correction";

    public async Task Consume(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            if (await db.LearnedCorrections.AnyAsync(c => c.ReportId == message.SubjectId && c.Sequence == message.Sequence, cancellationToken))
            {
                continue;
            }

            var correction = await (
                from happened in db.ReportEvents
                join report in db.Reports on happened.ReportId equals report.Id
                where happened.ReportId == message.SubjectId && happened.Sequence == message.Sequence
                select new { happened.ServiceCode, report.PublicDescription }).SingleAsync(cancellationToken);
            db.LearnedCorrections.Add(new LearnedCorrection
            {
                ReportId = message.SubjectId,
                Sequence = message.Sequence,
                Text = correction.PublicDescription,
                ServiceCode = correction.ServiceCode,
            });
        }
    }
}

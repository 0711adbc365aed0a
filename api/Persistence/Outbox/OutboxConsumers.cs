using KediriLapor.HandOvers;
using KediriLapor.Notifications;
using KediriLapor.Reports;
using KediriLapor.Reports.Duplicates;
using KediriLapor.Reports.Model;
using KediriLapor.Routing;

namespace KediriLapor.Persistence.Outbox;

/// <summary>Does something because of events. It must be idempotent: an event may come twice, never in another order.</summary>
internal interface IOutboxConsumer
{
    /// <summary>At most one message of a report at a time; what is tracked in the context is saved afterwards.</summary>
    Task Consume(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken);
}

/// <summary>Who hears what. A consumer's name is stored with every message: never rename one.</summary>
internal static class OutboxConsumers
{
    public static readonly IReadOnlyDictionary<string, Type> All = new Dictionary<string, Type>
    {
        [PublishReport.Name] = typeof(PublishReport),
        [TellMerged.Name] = typeof(TellMerged),
        [LearnFromCorrection.Name] = typeof(LearnFromCorrection),
        [MakeHandOverRecord.Name] = typeof(MakeHandOverRecord),
        [PrepareNotifications.Name] = typeof(PrepareNotifications),
        [PrepareEscalations.Name] = typeof(PrepareEscalations),
    };

    public static IEnumerable<string> Hearing(ReportEvent happened)
    {
        yield return PublishReport.Name;
        if (Report.IsForAll(happened))
        {
            yield return TellMerged.Name;
        }

        if (happened.CorrectedFrom is not null)
        {
            yield return LearnFromCorrection.Name;
        }

        if (happened.Type == ReportEventType.HandedOver)
        {
            yield return MakeHandOverRecord.Name;
        }

        if (Occasions.Of(happened) is not null)
        {
            yield return PrepareNotifications.Name;
        }
    }
}

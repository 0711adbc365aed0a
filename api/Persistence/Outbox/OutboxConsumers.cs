using KediriLapor.CallCentre.Dispatches;
using KediriLapor.CallCentre.Model;
using KediriLapor.HandOvers;
using KediriLapor.Mobmas;
using KediriLapor.Mobmas.Model;
using KediriLapor.Monev;
using KediriLapor.Monev.Model;
using KediriLapor.Notifications;
using KediriLapor.Reports;
using KediriLapor.Reports.Duplicates;
using KediriLapor.Reports.Model;
using KediriLapor.Routing;
using KediriLapor.Statistics.Alarms;

namespace KediriLapor.Persistence.Outbox;

/// <summary>Does something because of events. It must be idempotent: an event may come twice, never in another order.</summary>
internal interface IOutboxConsumer
{
    /// <summary>At most one message of a subject at a time; what is tracked in the context is saved afterwards.</summary>
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
        [FindingSubject.Consumer] = typeof(PrepareNotificationsOf<FindingSubject>),
        [DispatchSubject.Consumer] = typeof(PrepareNotificationsOf<DispatchSubject>),
        [CarRequestSubject.Consumer] = typeof(PrepareNotificationsOf<CarRequestSubject>),
        [AlarmSubject.Consumer] = typeof(PrepareNotificationsOf<AlarmSubject>),
    };

    /// <summary>What goes out with a row that is written now; nothing for most.</summary>
    public static IEnumerable<OutboxMessage> MessagesOf(object written) => written switch
    {
        ReportEvent happened => Hearing(happened).Select(consumer => OutboxMessage.To(consumer, happened.ReportId, happened.Sequence, happened.At, happened.Type)),
        Escalation step => [OutboxMessage.To(PrepareEscalations.Name, step.ReportId, step.Ordinal, step.At)],
        FindingEvent found when FindingSubject.OccasionOf(found) is not null => [OutboxMessage.To(FindingSubject.Consumer, found.FindingId, found.Version, found.At)],
        DispatchEvent happened when DispatchSubject.Asks(happened) => [OutboxMessage.To(DispatchSubject.Consumer, happened.DispatchId, happened.Version, happened.At)],
        CarRequestEvent happened when CarRequestSubject.Waits(happened) => [OutboxMessage.To(CarRequestSubject.Consumer, happened.RequestId, happened.Version, happened.At)],
        LimitAlarm alarm => [OutboxMessage.To(AlarmSubject.Consumer, alarm.Id, 1, alarm.RaisedAt)],
        _ => [],
    };

    private static IEnumerable<string> Hearing(ReportEvent happened)
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

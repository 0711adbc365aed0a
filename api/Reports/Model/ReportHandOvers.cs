using KediriLapor.Accounts;
using KediriLapor.Deadlines;
using KediriLapor.Platform;

namespace KediriLapor.Reports.Model;

/// <summary>A report that is not the city's, and whoever is asked to take it over.</summary>
public sealed partial class Report
{
    /// <summary>How far ahead a receiver may name its day, in days; beyond that it is a slip of the pen, and no promise.</summary>
    public const int ExpectedAheadMax = PlannedAheadMax;

    /// <summary>Asks an agency outside to take over what has just been closed as not the city's.</summary>
    /// <exception cref="RuleViolation"><c>hand_over_not_ours</c>.</exception>
    public HandOver HandTo(string? agencyCode, string name, string? contact, string? reference, string? note, Actor actor, ServiceTerms terms, DateTimeOffset now)
    {
        RequireNotOurs(Outcome);
        Record(ReportEventType.HandedOver, actor, terms, now, new Words(Public: $"Diserahkan kepada {name}."));
        return new HandOver(this, agencyCode, name, contact, reference, note, actor, now);
    }

    /// <summary>
    /// The receiver says yes or no. With a yes its number and its day are the promise from here on; with a no the report stands where it is decided
    /// whose it is, and the city's clock runs anew. A report that must not leave its unit goes back to that unit.
    /// </summary>
    /// <param name="staysWithUnit">It is about officials: nobody but the unit that had it may come to see it.</param>
    /// <exception cref="RuleViolation"><c>hand_over_over</c> (409) when the city has taken it up again; what is wrong with the words, by field.</exception>
    public HandOverAnswer Answer(HandOver handOver, HandOverWords words, bool staysWithUnit, Actor actor, ServiceTerms terms, DateTimeOffset now)
    {
        if (Status != ReportStatus.Closed || Outcome != Model.Outcome.NotOurs)
        {
            throw new RuleViolation("hand_over_over", StatusCodes.Status409Conflict);
        }

        Check(words, IndonesianDate.InWib(now).Day);
        if (words.Reply == HandOverReply.Acknowledged)
        {
            Record(
                ReportEventType.HandOverAcknowledged, actor, terms, now,
                new Words(Public: $"{handOver.Name} menerima laporan ini dengan nomor {words.Number} dan menindaklanjutinya paling lambat {IndonesianDate.Format(words.ExpectedOn!.Value)}."));
            return new HandOverAnswer(handOver, words, now);
        }

        var back = staysWithUnit && AgencyCode is not null ? ReportStatus.InProgress : ReportStatus.Submitted;
        var why = new StatusChange($"{handOver.Name} tidak dapat menerima laporan ini: {words.Reason}", null, null, null, PhotosAfter: 0, IndonesianDate.InWib(now).Day);
        MoveTo(back, why, Walker.Neighbour, actor, terms, now);
        return new HandOverAnswer(handOver, words, now);
    }

    /// <summary>The receiver's days went by without a word; noted once, for those who look after it.</summary>
    public void NoteSilence(HandOver handOver, DateTimeOffset answerBy, ServiceTerms terms, DateTimeOffset now) => Record(
        ReportEventType.HandOverUnanswered, Actor.System, terms, now,
        new Words(Public: $"{handOver.Name} belum menjawab serah terima ini sampai {IndonesianDate.Format(answerBy)}. Verifikator menghubunginya."));

    internal static void RequireNotOurs(Outcome? outcome)
    {
        if (outcome != Model.Outcome.NotOurs)
        {
            throw new RuleViolation("hand_over_not_ours", field: "handedOverTo");
        }
    }

    private static void Check(HandOverWords words, DateOnly today)
    {
        if (words.Reply == HandOverReply.Declined)
        {
            _ = words.Reason ?? throw new RuleViolation("required", field: "reason");
            return;
        }

        _ = words.Number ?? throw new RuleViolation("required", field: "number");
        var day = words.ExpectedOn ?? throw new RuleViolation("required", field: "expectedOn");
        if (day < today || day > today.AddDays(ExpectedAheadMax))
        {
            throw new RuleViolation("out_of_range", field: "expectedOn").With("from", today).With("until", today.AddDays(ExpectedAheadMax));
        }
    }
}

using KediriLapor.Accounts;
using KediriLapor.Deadlines;
using KediriLapor.Platform;

namespace KediriLapor.Reports.Model;

/// <summary>
/// One matter reported by several people, and several matters in one report (docs/decisions/0015). A merged report keeps the status it
/// had, rests, and hears what is answered to its survivor; with whom it was merged is told by the internal notes, which the
/// history's hashes cover.
/// </summary>
public sealed partial class Report
{
    /// <summary>More matters than one text holds.</summary>
    public const int ChildrenMax = 10;

    /// <summary>The report that is handled in place of this one.</summary>
    public Guid? MergedInto { get; private set; }

    /// <summary>The report that this one was split from.</summary>
    public Guid? ParentId { get; private init; }

    /// <summary>Lets <paramref name="survivor"/> be handled for both. There is one level only: neither a chain nor a cycle can be made.</summary>
    /// <param name="carries">Whether other reports are merged into this one.</param>
    /// <param name="roles">What the actor is to both.</param>
    /// <exception cref="RuleViolation">
    /// <c>permission_required</c> (403), <c>merge_with_itself</c> (422), <c>already_merged</c>, <c>carries_merged</c>, <c>report_not_open</c> (409).
    /// </exception>
    public void MergeInto(Report survivor, bool carries, Walker roles, Actor actor, ServiceTerms terms, ServiceTerms survivorTerms, DateTimeOffset now)
    {
        RequireHandler(roles);
        if (survivor.Id == Id)
        {
            throw new RuleViolation("merge_with_itself", field: "into");
        }

        RequireAlone();
        RequireOpen();
        if (carries)
        {
            throw new RuleViolation("carries_merged", StatusCodes.Status409Conflict);
        }

        survivor.RequireAlone("into");
        survivor.RequireOpen("into");
        MergedInto = survivor.Id;
        Record(ReportEventType.Merged, actor, terms, now, new Words(Internal: $"Digabungkan ke laporan {survivor.TrackingCode}."));
        survivor.Record(ReportEventType.Absorbed, actor, survivorTerms, now, new Words(Internal: $"Laporan {TrackingCode} digabungkan ke sini."));
    }

    /// <summary>Takes the merging back: the report stands where it stood, and its clock has run on.</summary>
    /// <exception cref="RuleViolation"><c>permission_required</c> (403).</exception>
    public void SeparateFrom(Report survivor, Walker roles, Actor actor, ServiceTerms terms, ServiceTerms survivorTerms, DateTimeOffset now)
    {
        RequireHandler(roles);
        StandAlone(actor, $"Dipisahkan dari laporan {survivor.TrackingCode}.", terms, now);
        survivor.Record(ReportEventType.Released, actor, survivorTerms, now, new Words(Internal: $"Laporan {TrackingCode} dipisahkan dari sini."));
    }

    /// <summary>Tells this report's reporter what was said to the survivor's, and closes it as the survivor was closed.</summary>
    /// <param name="answer">An event of the survivor.</param>
    /// <param name="name">Of the survivor's reporter, who is nobody to this one; null when it was not told.</param>
    public void Hear(ReportEvent answer, string? name, ServiceTerms terms, DateTimeOffset now)
    {
        var staff = IsOfStaff(answer.ActorKind);
        // who said it; what another reporter or a clock did is the program's doing here
        var actor = answer.ActorKind switch
        {
            ActorKind.Staff => Actor.System with { Kind = ActorKind.Staff, AccountId = answer.ActorId, Name = answer.ActorName },
            ActorKind.Client => Actor.System with { Kind = ActorKind.Client, Client = new ClientIdentity(answer.ActorId!.Value, []), Name = answer.ActorName },
            ActorKind.Neighbour => Actor.System with { Kind = ActorKind.Neighbour, Name = answer.ActorName },
            ActorKind.Anonymous or ActorKind.Reporter or ActorKind.System => Actor.System,
        };
        // a mask may be longer than what it hides
        var note = staff && answer.PublicNote is { } said && PersonalData.Mask(said, name) is var masked ? masked[..Math.Min(masked.Length, NoteMax)] : null;
        if (!Closes(answer) || !Status.IsOpen())
        {
            if (note is not null)
            {
                Record(ReportEventType.Noted, actor, terms, now, new Words(note));
            }

            return;
        }

        var outcome = answer.Reason?.Outcome() ?? Model.Outcome.Fixed;
        if (outcome == Model.Outcome.Withdrawn)
        {
            // one reporter gave up; the others did not
            StandAlone(actor, "Laporan yang diikuti ditarik oleh pelapornya.", terms, now);
            return;
        }

        Enter(ReportStatus.Closed, now);
        AskedFrom = null;
        Outcome = outcome;
        Record(ReportEventType.StatusChanged, actor, terms, now, new Words(note, Reason: answer.Reason));
    }

    /// <summary>Whether <see cref="Hear"/> does anything with it: what staff say to the reporter, unless it is a question to that one, and the end.</summary>
    public static bool IsForAll(ReportEvent happened) =>
        Closes(happened) || (IsOfStaff(happened.ActorKind) && happened is { PublicNote: not null, Status: not ReportStatus.NeedsInformation });

    /// <summary>Records that parts of this report became reports of their own; it goes on with what is left.</summary>
    /// <exception cref="RuleViolation"><c>permission_required</c> (403), <c>already_merged</c> or <c>report_not_open</c> (409).</exception>
    public void Split(Walker roles, Actor actor, ServiceTerms terms, DateTimeOffset now)
    {
        RequireHandler(roles);
        RequireAlone();
        RequireOpen();
        // into which is not said here: one of them may be about the very unit that reads this
        Record(ReportEventType.Split, actor, terms, now, new Words());
    }

    /// <summary>An agency's own program speaks for it as its people do, and so does who took over what is not the city's; what it passes on for a reporter is the reporter's.</summary>
    private static bool IsOfStaff(ActorKind kind) => kind is ActorKind.Staff or ActorKind.Client or ActorKind.Neighbour;

    private static bool Closes(ReportEvent happened) => happened is { Type: ReportEventType.StatusChanged, Status: ReportStatus.Closed };

    private void StandAlone(Actor actor, string why, ServiceTerms terms, DateTimeOffset now)
    {
        MergedInto = null;
        if (Status == ReportStatus.NeedsInformation)
        {
            Enter(Status, now);
        }

        Record(ReportEventType.Separated, actor, terms, now, new Words(Internal: why));
    }

    private void RequireAlone(string? field = null)
    {
        if (MergedInto is not null)
        {
            throw new RuleViolation("already_merged", StatusCodes.Status409Conflict, field);
        }
    }

    private void RequireOpen(string? field = null)
    {
        if (!Status.IsOpen())
        {
            throw new RuleViolation("report_not_open", StatusCodes.Status409Conflict, field);
        }
    }
}

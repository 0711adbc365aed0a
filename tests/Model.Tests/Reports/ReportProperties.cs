using System.Collections.Concurrent;
using System.Text.Json;
using CsCheck;
using KediriLapor.Deadlines;
using KediriLapor.Platform;
using KediriLapor.Reports.Model;

namespace KediriLapor.Model.Tests.Reports;

/// <summary>Whatever people send in whatever order, the report stays whole.</summary>
public class ReportProperties
{
    private static readonly Gen<string?> Note = Gen.Int[0, 2].Select(i => i switch { 0 => null, 1 => "", _ => "Baik." });

    private static readonly string[] Agencies = ["DPUPR", "DLHKP", "PLN"];

    /// <summary>One thing somebody tries, sensible or not.</summary>
    /// <param name="Hint">When set, the try follows one of the open moves, so that walks get far.</param>
    public sealed record Try(int? Hint, ReportStatus To, Walker Roles, string? Public, string? Internal, ClosingReason? Reason, int? PlannedIn, int Photos, string? Forward, int Minutes);

    private static readonly Gen<Try> Tries = Gen.Select(
        Gen.Int[0, 40].Nullable(), Gen.Enum<ReportStatus>(), Gen.Int[0, 15].Select(roles => (Walker)roles),
        Gen.Select(Note, Note, Gen.Enum<ClosingReason>().Nullable(), Gen.Int[-2, 40].Nullable(), Gen.Int[0, 2]),
        Gen.Select(Gen.Bool, Gen.Int[0, 2].Select(i => Agencies[i]), (now, agency) => now ? null : agency), Gen.Int[0, 20_000],
        (hint, to, roles, words, forward, minutes) => new Try(hint, to, roles, words.Item1, words.Item2, words.Item3, words.Item4, words.Item5, forward, minutes));

    internal static readonly Gen<(bool Routed, Try[] Tries)> Lives = Gen.Select(Gen.Bool, Tries.Array[1, 25]);

    [Test]
    public void Version_and_history_run_together_and_the_due_date_is_what_the_terms_say() => Lives.Sample(
        life => Live(life, story =>
        {
            var (report, last) = (story.Report, story.Report.History[^1]);
            return report.Version == report.History.Count
                && report.History.Select(e => e.Sequence).SequenceEqual(Enumerable.Range(1, report.Version))
                && report.History.Zip(report.History.Skip(1)).All(pair => pair.First.At <= pair.Second.At)
                && (last.Status, last.AgencyCode, last.ServiceCode, last.At) == (report.Status, report.AgencyCode, report.ServiceCode, report.StatusSince)
                && report.DueAt == Story.Physical.DueAt(ReportTimes.Replay(report.History.Select(e => e.ForClocks)));
        }),
        iter: 600);

    [Test]
    public void Every_row_carries_the_hash_of_the_one_before_and_the_report_that_of_the_last() => Lives.Sample(
        life => Live(life, story =>
        {
            var (report, previous) = (story.Report, CanonicalRow.Origin(story.Report.Id, story.Report.TrackingCode));
            foreach (var row in report.History)
            {
                if (!row.PreviousHash.SequenceEqual(previous) || row.Rewritten().Any())
                {
                    return false;
                }

                previous = row.Hash;
            }

            return report.LastHash.SequenceEqual(previous);
        }),
        iter: 300);

    [Test]
    public void What_a_status_means_always_holds() => Lives.Sample(
        life => Live(life, story =>
        {
            var (report, last) = (story.Report, story.Report.History[^1]);
            return (report.Outcome is not null) == (report.Status is ReportStatus.Closed)
                && (report.ReopenUntil is not null) == report.Status is ReportStatus.Resolved or ReportStatus.Closed
                && (report.AskedFrom is not null) == (report.Status is ReportStatus.NeedsInformation)
                && (report.DueAt is null) == (report.Status is ReportStatus.Closed)
                && (report.Status is not ReportStatus.Planned || report.PlannedFor is not null)
                && (report.AgencyCode is not null || report.Status is ReportStatus.Submitted or ReportStatus.NeedsInformation or ReportStatus.Closed)
                && (report.Status is not ReportStatus.Submitted || report.AgencyCode is null)
                && report.Returns == report.History.Count(e => e.Type == ReportEventType.Returned)
                && (report.ReturnUntil is not null) == (report.Status is ReportStatus.Routed && last.Type is ReportEventType.Routed or ReportEventType.Returned);
        }),
        iter: 600);

    [Test]
    public void The_same_life_gives_the_same_history() => Lives.Sample(
        life => Told(life) == Told(life), iter: 200);

    [Test]
    public void Random_lives_walk_every_edge()
    {
        var walked = new ConcurrentDictionary<(ReportStatus, ReportStatus), bool>();
        Lives.Sample(
            life => Live(life, story =>
            {
                foreach (var (from, to) in story.Report.History.Zip(story.Report.History.Skip(1)))
                {
                    walked[(from.Status, to.Status)] = true;
                }

                return true;
            }),
            iter: 600);
        Assert.That(walked.Keys, Is.EquivalentTo(ReportEdges.All.Select(edge => (edge.From, edge.To)).Distinct()), "or these properties say nothing about it");
    }

    /// <summary>Everything in the history but what is random: the report's id, salts, and the hashes over both.</summary>
    private static string Told((bool, Try[]) life)
    {
        Story? told = null;
        Live(life, story =>
        {
            told = story;
            return true;
        });
        return JsonSerializer.Serialize(told!.Report.History.Select(e => new
        {
            e.Sequence,
            e.Type,
            e.At,
            e.ActorKind,
            e.ActorId,
            e.ActorName,
            e.Status,
            e.AgencyCode,
            e.ServiceCode,
            e.CorrectedFrom,
            e.PublicNote,
            e.InternalNote,
            e.Reason,
            e.PlannedFor,
        }));
    }

    /// <summary>Tries one after the other; what is refused must have changed nothing, and <paramref name="whole"/> must hold after each.</summary>
    internal static bool Live((bool Routed, Try[] Tries) life, Func<Story, bool> whole)
    {
        var story = life.Routed ? Story.Routed(Story.Physical) : Story.Submitted(Story.Physical);
        foreach (var attempt in life.Tries)
        {
            var before = Story.Everything(story.Report);
            story.Later(TimeSpan.FromMinutes(attempt.Minutes));
            try
            {
                Make(attempt, story);
            }
            catch (RuleViolation)
            {
                if (Story.Everything(story.Report) != before)
                {
                    return false;
                }
            }

            if (!whole(story))
            {
                return false;
            }
        }

        return true;
    }

    private static void Make(Try attempt, Story story)
    {
        var open = story.Report.State.Moves(Story.Anybody, story.Now).ToArray();
        if (attempt.Hint is { } hint && open.Length > 0)
        {
            var edge = open[hint % open.Length];
            var role = Enum.GetValues<Walker>().Last(role => edge.Walkers.HasFlag(role));
            _ = edge.Demands.HasFlag(Demand.Agency)
                ? story.Disposisi(Agencies[hint % Agencies.Length], role)
                : story.To(edge.To, role, story.Generous(edge.To, role));
            return;
        }

        var today = story.Empty.Today;
        _ = attempt.Forward is { } agency
            ? story.Disposisi(agency, attempt.Roles)
            : story.To(attempt.To, attempt.Roles, new StatusChange(
                attempt.Public, attempt.Internal, attempt.Reason, attempt.PlannedIn is { } days ? today.AddDays(days) : null, attempt.Photos, today));
    }
}

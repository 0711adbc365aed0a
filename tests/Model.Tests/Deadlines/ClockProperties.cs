using System.Collections.Concurrent;
using CsCheck;
using KediriLapor.Deadlines;
using KediriLapor.Model.Tests.Reports;
using KediriLapor.Reports.Model;
using static KediriLapor.Model.Tests.Deadlines.Calendar;

namespace KediriLapor.Model.Tests.Deadlines;

/// <summary>The clocks over whole lives of reports, whatever happens in them and however the calendar is edited meanwhile.</summary>
public class ClockProperties
{
    private static readonly DayByDay ByHand = new(Holidays, Hours);

    private static readonly Gen<(int Days, int? Minutes)> Promises = Gen.Select(Gen.Int[1, 60], Gen.Int[1, 240].Nullable());

    /// <summary>One edit of the calendar, of a day of the weeks in which the stories play; each of another key than the rest.</summary>
    private sealed record Edit(int Key, Func<CalendarDraft, CalendarDraft> Make)
    {
        public override string ToString() => $"{Key}";
    }

    private static readonly Gen<Edit> Edits = Gen.Select(Gen.Int[0, 60], Gen.Int[0, 3], Gen.Int[9, 17]).Select((later, kind, closes) =>
    {
        var day = DateOnly.FromDateTime(Story.Start.Date).AddDays(later);
        return kind switch
        {
            0 => new Edit(later, draft => draft.With(new Holiday(day, "Cuti tambahan", HolidayKind.JointLeave))),
            1 => new Edit(later, draft => draft.WithoutDay(day)),
            2 => new Edit(100 + later, draft => draft.With(new OfficeHours(day, day.AddDays(7), new(8, 0), new(closes, 0)))),
            _ => new Edit(100 + later, draft => draft.WithoutHours(day)),
        };
    });

    private static readonly Gen<Edit[]> Decrees = Edits.Array[1, 6].Select(edits => edits.DistinctBy(edit => edit.Key).ToArray());

    [Test]
    public void Every_clock_is_what_walking_its_history_day_by_day_gives()
    {
        var seen = new ConcurrentDictionary<(ReportStatus, string), int>();
        Gen.Select(ReportProperties.Lives, Promises).Sample(
            (life, promise) => ReportProperties.Live(life, story =>
            {
                var rows = story.Report.History.Select(e => e.ForClocks).ToArray();
                var terms = Story.Ordinary with { ResolveDays = promise.Days, ResponseMinutes = promise.Minutes };
                var times = ReportTimes.Replay(rows);
                seen.AddOrUpdate((times.Status, $"{(times.Plan is null ? "" : "planned ")}{(times.Pauses.IsEmpty ? "" : "waited ")}{(times.Reopened ? "reopened" : "")}"), 1, (_, n) => n + 1);
                return terms.DueAt(times) == ByHand.Due(rows, promise.Days, promise.Minutes);
            }),
            iter: 1_500);
        Assert.That(
            seen.Keys.Select(key => $"{key.Item1} {key.Item2}"),
            Is.SupersetOf(new[] { "Submitted waited ", "Routed waited reopened", "InProgress planned waited ", "InProgress waited reopened", "Planned planned reopened" }),
            "or this says nothing about them");
    }

    [Test]
    public void More_time_is_never_due_sooner() => Gen.Select(ReportProperties.Lives, Gen.Int[1, 59]).Sample(
        (life, days) => ReportProperties.Live(life, story =>
        {
            var times = ReportTimes.Replay(story.Report.History.Select(e => e.ForClocks));
            return times.Status == ReportStatus.Closed
                || (Story.Ordinary with { ResolveDays = days }).DueAt(times) <= (Story.Ordinary with { ResolveDays = days + 1 }).DueAt(times);
        }),
        iter: 300);

    /// <summary>A question whose whole time holds no closing of an office takes no working day, so it gives none back.</summary>
    [Test]
    public void A_question_answered_before_offices_close_moves_no_deadline() => Gen.Select(Gen.Int[0, 40], Gen.Int[1, 59]).Sample(
        (days, minutes) =>
        {
            var story = Story.Routed().Later(TimeSpan.FromDays(days));
            var before = story.Report.DueAt;
            story.To(ReportStatus.NeedsInformation).Later(TimeSpan.FromMinutes(minutes)).To(ReportStatus.Routed);
            return story.Report.DueAt == before;
        },
        iter: 200);

    [Test]
    public void The_order_in_which_a_calendar_is_edited_makes_no_difference_and_taking_all_back_restores_the_promise() =>
        Gen.Select(ReportProperties.Lives, Decrees, Gen.Int[0, 1_000_000]).Sample(
            (life, decrees, seed) =>
            {
                var shuffled = decrees.ToArray();
                new Random(seed).Shuffle(shuffled);
                var (one, other) = (Lived(life), Lived(life));
                var before = one.Report.DueAt;
                var draft = Edited(one, decrees);
                Edited(other, shuffled);
                var rows = one.Report.History.Select(e => e.ForClocks).ToArray();
                var same = one.Report.DueAt == other.Report.DueAt && one.Report.DueAt == new DayByDay([.. draft.Days.Values], [.. draft.Hours.Values]).Due(rows, 14, null);
                Recalculate(one, CalendarDraft.Of(Holidays, Hours), decrees.Length + 1);
                return same && one.Report.DueAt == before;
            },
            iter: 400);

    private static Story Lived((bool, ReportProperties.Try[]) life)
    {
        Story? told = null;
        ReportProperties.Live(life, story =>
        {
            told = story;
            return true;
        });
        return told!;
    }

    private static CalendarDraft Edited(Story story, Edit[] decrees)
    {
        var draft = CalendarDraft.Of(Holidays, Hours);
        foreach (var (decree, version) in decrees.Select((decree, i) => (decree, i + 1)))
        {
            draft = decree.Make(draft);
            Recalculate(story, draft, version);
        }

        return draft;
    }

    private static void Recalculate(Story story, CalendarDraft draft, int version) =>
        story.Report.Recalculate(
            Story.Physical with { Calendar = new WorkingCalendar(draft.Days.Values, draft.Hours.Values) { Version = version } }, (_, _) => "kalender berubah", story.Now);
}

using KediriLapor.CallCentre.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Reading;
using KediriLapor.Platform;
using MediatR;

namespace KediriLapor.CallCentre;

/// <summary>How many calls of each kind came on each day in Kediri.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
public sealed record CountCalls(DateOnly? From, DateOnly? Until) : IQuery<CallCounts>;

/// <param name="At">When this was counted.</param>
/// <param name="Days">Every day of the range, those without a call too.</param>
public sealed record CallCounts(DateOnly From, DateOnly Until, DateTimeOffset At, CallTally Total, IReadOnlyList<CallDay> Days);

public sealed record CallDay(DateOnly Day, CallTally Calls);

/// <summary>A key that was undone is counted nowhere.</summary>
public sealed record CallTally(int Ghost, int Prank, int Information, int Emergency, int Complaint, int All);

internal sealed class CountCallsHandler(AppDb db, TimeProvider time) : IRequestHandler<CountCalls, CallCounts>
{
    private const int DaysMax = 366;

    public async Task<CallCounts> Handle(CountCalls request, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var until = request.Until ?? request.From ?? IndonesianDate.InWib(now).Day;
        var from = request.From ?? until;
        if (until < from || until.DayNumber - from.DayNumber >= DaysMax)
        {
            throw new RuleViolation("out_of_range", StatusCodes.Status400BadRequest, "until").With("maxDays", DaysMax);
        }

        await using var answer = await db.Read(cancellationToken, $"""
            SELECT (c.at AT TIME ZONE 'Asia/Jakarta')::date, c.kind, count(*)::int
            FROM calls AS c
            WHERE c.at >= {IndonesianDate.Midnight(from)} AND c.at < {IndonesianDate.Midnight(until.AddDays(1))}
            GROUP BY 1, 2
            """);
        var counted = (await answer.All(row => (Day: row.Value<DateOnly>(), Kind: row.Word<CallKind>(), Count: row.Value<int>()), cancellationToken)).ToLookup(row => row.Day);
        var days = Enumerable.Range(0, until.DayNumber - from.DayNumber + 1).Select(from.AddDays)
            .Select(day => new CallDay(day, Tally(counted[day].Select(row => (row.Kind, row.Count))))).ToArray();
        return new CallCounts(from, until, now, Tally(counted.SelectMany(day => day).Select(row => (row.Kind, row.Count))), days);
    }

    internal static CallTally Tally(IEnumerable<(CallKind Kind, int Count)> rows)
    {
        var of = rows.ToLookup(row => row.Kind, row => row.Count);
        return new CallTally(
            of[CallKind.Ghost].Sum(), of[CallKind.Prank].Sum(), of[CallKind.Information].Sum(), of[CallKind.Emergency].Sum(), of[CallKind.Complaint].Sum(),
            of.Where(kind => kind.Key != CallKind.Mistake).Sum(kind => kind.Sum()));
    }
}

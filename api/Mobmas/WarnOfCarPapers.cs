using KediriLapor.Mobmas.Model;
using KediriLapor.Persistence;
using KediriLapor.Persistence.Schedule;
using KediriLapor.Platform;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Mobmas;

/// <summary>Writes into a car's history, once, that one of its papers ends within <see cref="Car.WarnDays"/> days.</summary>
public sealed record WarnOfCarPapers : IBatchCommand;

internal sealed class WarnOfCarPapersHandler(AppDb db, TimeProvider time) : IRequestHandler<WarnOfCarPapers, int>
{
    private const int Batch = 100;

    public async Task<int> Handle(WarnOfCarPapers request, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var until = IndonesianDate.InWib(now).Day.AddDays(Car.WarnDays);
        var ids = await db.Database.SqlQuery<Guid>($"""
            SELECT id AS "Value" FROM cars AS c
            WHERE state <> 'Retired' AND EXISTS (
                SELECT FROM (VALUES ('Stnk', stnk_due_on), ('Kir', kir_due_on), ('Insurance', insurance_due_on)) AS p (paper, due_on)
                WHERE p.due_on <= {until} AND NOT EXISTS (SELECT FROM car_events AS e WHERE e.car_id = c.id AND e.paper = p.paper AND e.due_on = p.due_on))
            ORDER BY id LIMIT {Batch} FOR UPDATE SKIP LOCKED
            """).ToListAsync(cancellationToken);
        var cars = await db.Cars.Include(c => c.History.Where(e => e.Paper != null)).Where(c => ids.Contains(c.Id)).ToListAsync(cancellationToken);
        foreach (var car in cars)
        {
            foreach (var (paper, dueOn) in car.Papers.Where(one => one.DueOn <= until && !car.History.Any(e => e.Paper == one.Paper && e.DueOn == one.DueOn)).ToArray())
            {
                car.Warn(paper, dueOn, now);
            }
        }

        return cars.Count;
    }
}

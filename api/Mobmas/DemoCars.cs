using System.Globalization;
using CsvHelper;
using KediriLapor.Accounts;
using KediriLapor.Mobmas.Model;
using KediriLapor.Persistence;
using KediriLapor.Platform;
using Microsoft.EntityFrameworkCore;

namespace KediriLapor.Mobmas;

/// <summary>The cars one tries the program with: twelve, four in each kecamatan, as there were in October 2025. They come in Development only, once.</summary>
public static class DemoCars
{
    /// <summary>To be called at each start, once schema and agencies are there.</summary>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (!services.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            return;
        }

        await using var scope = services.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<AppDb>(), services.GetRequiredService<TimeProvider>().Now());
        // instances that start together take turns
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('demo cars'))", cancellationToken);
        if (await db.Cars.AnyAsync(cancellationToken))
        {
            return;
        }

        // papers end at different times from now on, so that the warnings can be seen whenever one tries it
        var today = IndonesianDate.InWib(now).Day;
        db.Cars.AddRange(Read().Select(row => Car.Add(
            row.Id,
            new CarFacts(row.Plate, row.Name, row.Agency, row.Seats, row.Odometer, row.State, row.Reason is { Length: > 0 } reason ? reason : null, today.AddDays(row.StnkDays), today.AddDays(row.KirDays), today.AddDays(row.InsuranceDays)),
            Actor.System, now)));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static List<Shipped> Read()
    {
        using var file = new StreamReader(Path.Combine(AppContext.BaseDirectory, "ReferenceData", "demo_cars.csv"));
        using var csv = new CsvReader(file, CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<Shipped>()];
    }

    private sealed record Shipped(Guid Id, string Plate, string Name, string Agency, int Seats, int Odometer, CarState State, string Reason, int StnkDays, int KirDays, int InsuranceDays);
}
